package dev.dateline.story;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The runs of words of an article of 400, hashed, and the smallest hashes, by which copies are found. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ShinglesLoop {
    private final String text = made(400);
    private final List<Word> words = Words.of(text, true);

    private static String made(int count) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> "word" + random.nextInt(2_000))
                .collect(Collectors.joining(" "));
    }

    @Benchmark
    public List<Word> words() {
        return Words.of(text, true);
    }

    @Benchmark
    public Object shingles() {
        return Shingles.of(text, words);
    }
}
