package dev.dateline.tool.entities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the Worldwide newswire set (Shan et al., 2023): a folder {@code processed_annotated} of files with token and
 * tag a line, a blank line after a paragraph; beside it {@code original_articles}, from which the white space comes
 * where the tokens can be followed there.
 */
final class WorldwideReader {
    private static final String FOLDER = "processed_annotated";

    private static final Map<String, String> TYPES = Map.of(
            "Person", "person",
            "Organization", "organisation",
            "Location", "location",
            "Misc", "misc",
            "NORP", "norp",
            "Facility", "facility",
            "Product", "product",
            "Date", "date",
            "Money", "money");

    private WorldwideReader() {}

    /**
     * The articles of one part of the set.
     *
     * @param set the set's root
     * @param split {@code test}, {@code dev}, {@code train} or {@code all}
     */
    static List<LabelledText> read(Path set, String split) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(set.resolve(FOLDER))) {
            files = found.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        List<LabelledText> texts = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (split.equals("all") || split.equals(split(name))) {
                Path original = set.resolve("original_articles").resolve(name.replace(".tsv", ""));
                texts.add(read(file, name, Files.exists(original) ? Files.readString(original) : ""));
            }
        }
        return texts;
    }

    /** Decided by the name alone, so that it never moves: a fifth for the test, a fifth for development. */
    static String split(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest((FOLDER + "/" + name).getBytes(StandardCharsets.UTF_8));
            int part = new BigInteger(1, digest).mod(BigInteger.valueOf(5)).intValue();
            return part == 0 ? "test" : part == 1 ? "dev" : "train";
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has MD5", absent);
        }
    }

    private static LabelledText read(Path file, String name, String original) throws IOException {
        TaggedTokens out = new TaggedTokens();
        Detokeniser spaces = new Detokeniser();
        OriginalSpacing spacing = new OriginalSpacing(original);
        String paragraph = "";
        boolean any = false;
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                paragraph = any ? "\n\n" : "";
                out.close();
                spaces.reset();
                continue;
            }
            String[] columns = line.split("\t", -1);
            String tag = columns.length < 2 ? "O" : columns[1];
            if (!tag.equals("O") && !TYPES.containsKey(tag.replaceFirst("^[BI]-", ""))) {
                throw new IOException(file + " has an unknown tag: \"" + line + "\"");
            }
            String guess = paragraph + spaces.gapBefore(columns[0]);
            String gap = spacing.gapBefore(columns[0]).orElse(guess);
            String type = tag.equals("O") ? "" : TYPES.getOrDefault(tag.substring(2), "");
            out.add(any ? gap : "", columns[0], tag, type);
            paragraph = "";
            any = true;
        }
        return out.toText(name);
    }
}
