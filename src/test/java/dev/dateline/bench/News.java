package dev.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The articles to measure with, taken round and round: of a file with a {@code text} on each line, or made of the
 * paragraphs of the English sample articles, mixed anew for each article, always in the same way.
 */
final class News {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("src", "test", "resources", "samples");
    private static final int MADE = 2_000;
    private static final long SEED = 7;
    /** World volume: so far apart, an article of the file comes back as a copy of itself within the stories' window. */
    private static final long MILLIS_APART = 288;

    private final List<NewsItem> items;
    private final Instant begin = Instant.now();

    private News(List<NewsItem> items) {
        this.items = items;
    }

    /** @param words of each made-up article; those of a file are as long as they are */
    static News of(Optional<Path> file, int words) {
        try {
            return new News(file.isPresent() ? read(file.get()) : made(paragraphs(), words, MADE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Articles of exactly so many words, cut out of all texts one after the other. */
    static News ofLength(Optional<Path> file, int words, int count) {
        News whole = of(file, words);
        List<NewsItem> cut = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < count; i++) {
            String headline = whole.items.get(next % whole.items.size()).headline();
            StringBuilder body = new StringBuilder();
            for (int length = 0; length < words; next++) {
                NewsItem item = whole.items.get(next % whole.items.size());
                body.append(item.body()).append("\n\n");
                length += item.words();
            }
            cut.add(new NewsItem(headline, firstWords(body, words)));
        }
        return new News(cut);
    }

    private static String firstWords(CharSequence text, int words) {
        int left = words;
        int at = 0;
        while (at < text.length() && left > 0) {
            boolean wordEnds = !Character.isWhitespace(text.charAt(at))
                    && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
            left -= wordEnds ? 1 : 0;
            at++;
        }
        return text.subSequence(0, at).toString();
    }

    NewsItem item(int number) {
        return items.get(number % items.size());
    }

    byte[] json(int number) {
        return item(number).json(number, begin.plusMillis(number * MILLIS_APART));
    }

    /** The mean length, in words. */
    long words() {
        return Math.round(items.stream().mapToInt(NewsItem::words).average().orElse(0));
    }

    private static List<NewsItem> read(Path file) throws IOException {
        List<NewsItem> read = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            read.add(NewsItem.of(JSON.readTree(line).path("text").asText()));
        }
        return read;
    }

    private static List<NewsItem> made(List<String> paragraphs, int words, int count) {
        Random random = new Random(SEED);
        List<NewsItem> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("Bulletin " + i);
            int length = 0;
            while (length < words) {
                String paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
                text.append("\n\n").append(paragraph);
                length += paragraph.split("\\s+", -1).length;
            }
            made.add(NewsItem.of(text.toString()));
        }
        return made;
    }

    private static List<String> paragraphs() throws IOException {
        List<String> paragraphs = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")
                            && !each.toString().contains("malformed"))
                    .sorted()
                    .toList()) {
                JsonNode article = JSON.readTree(file.toFile());
                if (article.path("language").asText().startsWith("en")) {
                    for (JsonNode body : article.path("bodies")) {
                        if (!body.path("contentType").asText().contains("html")) {
                            paragraphs.addAll(
                                    List.of(body.path("value").asText().split("\n+")));
                        }
                    }
                }
            }
        }
        return paragraphs;
    }
}
