package dev.dateline.tool.quotes;

import dev.dateline.tool.quotes.QuotedText.Marked;
import dev.dateline.tool.quotes.QuotedText.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PolNeAR's folders: {@code text/NAME.txt} beside {@code attributions/NAME_ANNOTATOR.ann} in brat's standoff form, offsets
 * in code points. Of several annotators of one article the first by name is taken. An attribution without content is left
 * out.
 */
final class PolnearReader {
    private static final Pattern SPAN = Pattern.compile("(T\\d+)\\t(\\w[\\w-]*) (\\d+ \\d+(?:;\\d+ \\d+)*)(?:\\t.*)?");
    private static final Pattern EVENT = Pattern.compile("E\\d+\\t(.*)");

    private PolnearReader() {}

    /** The articles of one part of the set, by name. */
    static List<QuotedText> read(Path part) throws IOException {
        List<QuotedText> texts = new ArrayList<>();
        List<Path> annotations = files(part.resolve("attributions"), ".ann");
        Map<String, Path> firstByArticle = new HashMap<>();
        for (Path file : annotations) {
            String name = file.getFileName().toString();
            firstByArticle.putIfAbsent(name.substring(0, Math.max(0, name.lastIndexOf('_'))), file);
        }
        for (Path file : files(part.resolve("text"), ".txt")) {
            String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
            Path annotation = firstByArticle.getOrDefault(name, firstByArticle.get(name + "_"));
            if (annotation != null) {
                String text = Files.readString(file);
                texts.add(new QuotedText(name, text, marked(annotation, text.codePointCount(0, text.length()))));
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (NoSuchFileException absent) {
            throw new IOException("there is no folder " + folder, absent);
        }
    }

    private static List<Marked> marked(Path annotation, int length) throws IOException {
        Map<String, List<Span>> spans = new HashMap<>();
        List<String> lines = Files.readAllLines(annotation);
        for (String line : lines) {
            Matcher span = SPAN.matcher(line);
            if (span.matches()) {
                spans.put(span.group(1), spans(span.group(3), length));
            }
        }
        List<Marked> marked = new ArrayList<>();
        for (String line : lines) {
            Matcher event = EVENT.matcher(line);
            if (event.matches()) {
                Marked quote = new Marked(
                        role(event.group(1), "Content", spans),
                        role(event.group(1), "Cue", spans),
                        role(event.group(1), "Source", spans));
                if (!quote.content().isEmpty()) {
                    marked.add(quote);
                }
            }
        }
        marked.sort(Comparator.comparingInt(quote -> quote.content().get(0).start()));
        return marked;
    }

    /** The spans of a role; a second argument of the same role has a figure behind its name. */
    private static List<Span> role(String event, String role, Map<String, List<Span>> spans) {
        List<Span> all = new ArrayList<>();
        for (String argument : event.split(" ", -1)) {
            int colon = argument.indexOf(':');
            if (colon > 0
                    && argument.substring(0, colon).replaceFirst("\\d+$", "").equals(role)) {
                all.addAll(spans.getOrDefault(argument.substring(colon + 1), List.of()));
            }
        }
        all.sort(Comparator.comparingInt(Span::start));
        return all;
    }

    private static List<Span> spans(String pairs, int length) {
        List<Span> spans = new ArrayList<>();
        for (String pair : pairs.split(";", -1)) {
            String[] ends = pair.split(" ", -1);
            int start = Integer.parseInt(ends[0]);
            int end = Math.min(length, Integer.parseInt(ends[1]));
            if (end > start) {
                spans.add(new Span(start, end));
            }
        }
        return spans;
    }
}
