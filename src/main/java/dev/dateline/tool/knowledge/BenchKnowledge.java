package dev.dateline.tool.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.KnowledgeReader;
import dev.dateline.enrich.entities.knowledge.NameKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "knowledge-base",
        description = "Load a made-up knowledge base and look names up: time, heap, cost of an article.")
public final class BenchKnowledge implements Callable<Integer> {
    /** Distinct names of a long article. */
    private static final int NAMES = 60;

    private static final int ROUNDS = 2_000;
    private static final String[] SYLLABLES =
            "ba be bo da de di dor el en ga go ha hu in ka kel ko la len lo ma mi na no or pa ro sa se ta ti van vo za"
                    .split(" ", -1);

    @Option(names = "--entries", defaultValue = "5000000", description = "default: ${DEFAULT-VALUE}")
    int entries;

    @Override
    public Integer call() throws IOException {
        Path file = Files.createTempFile("knowledge", ".tsv");
        try {
            List<String> known = write(file);
            long before = usedHeap();
            long start = System.nanoTime();
            KnowledgeBase base = new KnowledgeReader().add(file).read();
            long loaded = System.nanoTime() - start;
            long heap = usedHeap() - before;
            System.out.printf(
                    "%,d entries, a file of %,d MB: loaded in %.1f s, %,d MB of heap%n",
                    base.size(), Files.size(file) >> 20, loaded / 1e9, heap >> 20);
            for (int warm = 0; warm < 3; warm++) {
                look(base, known);
            }
            System.out.printf(
                    "%d names of an article, half of them known: %.3f ms%n", NAMES, look(base, known) / 1e6 / ROUNDS);
        } finally {
            Files.delete(file);
        }
        return 0;
    }

    /** Made-up people and organisations with an alias each; gives back names to look up, every other one unknown. */
    private List<String> write(Path file) throws IOException {
        Random chance = new Random(1);
        List<String> asked = new ArrayList<>();
        int step = Math.max(1, entries / (NAMES * ROUNDS / 2));
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write("id\ttype\tname\taliases\tcountry\tweight\n");
            for (int i = 0; i < entries; i++) {
                String given = word(chance, 2);
                String family = word(chance, 3);
                String name = given + " " + family;
                out.write("wikidata:Q" + (1_000_000 + i) + "\t" + (i % 3 == 0 ? "organisation" : "person") + "\t" + name
                        + "\t" + given.charAt(0) + ". " + family + "\tNO\t" + i % 1000 + "\n");
                if (i % step == 0) {
                    asked.add(NameKey.of(name));
                    asked.add(NameKey.of(family + " " + word(chance, 4)));
                }
            }
        }
        return asked;
    }

    private static String word(Random chance, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    private static long look(KnowledgeBase base, List<String> names) {
        long start = System.nanoTime();
        int found = 0;
        for (int i = 0; i < NAMES * ROUNDS; i++) {
            found += base.find(names.get(i % names.size()), "en").size();
        }
        if (found == 0) {
            throw new IllegalStateException("none of the known names was found");
        }
        return System.nanoTime() - start;
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
