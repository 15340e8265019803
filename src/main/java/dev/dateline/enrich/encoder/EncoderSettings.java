package dev.dateline.enrich.encoder;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an encoder's files do not say of themselves; {@code encoder.properties} in its folder.
 *
 * @param name published with what it found; the folder's name where {@code name} is not given
 * @param languages BCP 47 primary tags that it reads; {@code languages}, parted by commas, else {@code en}
 * @param mean whether the text's vector is the mean of its tokens', instead of the first one's; {@code pooling},
 *     {@code mean} unless it is {@code cls}
 * @param prefix put before each text, for an encoder that was taught to expect one; {@code prefix}, in double quotes where
 *     it ends with a space, else none
 * @param lowerCase for a WordPiece vocabulary, whether its vocabulary is in lower case and without accents; {@code lower-case}, else true
 */
record EncoderSettings(String name, Set<String> languages, boolean mean, String prefix, boolean lowerCase) {
    EncoderSettings {
        languages = Set.copyOf(languages);
    }

    static EncoderSettings shipped(String name) {
        return new EncoderSettings(name, Set.of("en"), false, "", true);
    }

    static EncoderSettings read(Path folder) throws IOException {
        Properties given = new Properties();
        Path file = folder.resolve("encoder.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                given.load(reader);
            } catch (IllegalArgumentException malformed) {
                throw new IOException(file + " is no properties file: " + malformed.getMessage(), malformed);
            }
        }
        String pooling = given.getProperty("pooling", "mean").strip();
        if (!pooling.equals("mean") && !pooling.equals("cls")) {
            throw new IOException(file + ": pooling is mean or cls, not " + pooling);
        }
        Set<String> languages = new TreeSet<>();
        for (String tag : given.getProperty("languages", "en").split(",", -1)) {
            languages.add(tag.strip().toLowerCase(Locale.ROOT));
        }
        String folderName = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return new EncoderSettings(
                given.getProperty("name", folderName).strip(),
                languages,
                pooling.equals("mean"),
                unquoted(given.getProperty("prefix", "").strip()),
                Boolean.parseBoolean(given.getProperty("lower-case", "true").strip()));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
