package dev.dateline.bench;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.entities.Mention;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Tagger;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is done to every character or token of an article of 400 words. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextLoops {
    private static final int WORDS = 400;
    private static final String BEYOND_16_BITS = "\uD83D\uDEA2 ";

    private Text text = Text.of("");
    /** With a sign of two UTF-16 units in each line, so that offsets differ. */
    private Text withPairs = text;

    private Sentences sentences = new Sentences(new int[0], new int[0], new int[1]);
    private Optional<Tagger> tagger = Optional.empty();
    private final LanguageEnricher language = new LanguageEnricher();

    @Setup
    public void setUp() throws IOException {
        NewsItem item = News.of(Optional.empty(), WORDS).item(0);
        text = Text.of(item.headline() + "\n\n" + item.body());
        withPairs = Text.of(text.value().replace("\n", "\n" + BEYOND_16_BITS));
        sentences = SentenceSplitter.split(text.value(), "en");
        tagger = Optional.of(new Tagger(ShippedModel.readOr(Optional.empty())));
    }

    @Benchmark
    public List<Mention> tagger() {
        return tagger.orElseThrow().tag(text.value(), sentences);
    }

    @Benchmark
    public Object sentences() {
        return SentenceSplitter.split(text.value(), "en");
    }

    @Benchmark
    public Object language() {
        return language.detect(text.value());
    }

    /** The published offsets of every token, and back. */
    @Benchmark
    public int codePointOffsets() {
        int sum = 0;
        for (int start : sentences.tokenStarts()) {
            sum += withPairs.toUtf16(withPairs.toCodePoint(start));
        }
        return sum;
    }

    @Benchmark
    public Object textOfString() {
        return Text.of(withPairs.value());
    }

    @Benchmark
    public String sha256() {
        return text.sha256();
    }
}
