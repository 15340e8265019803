package dev.dateline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM's own log of collections says so far.
 *
 * @param full collections that stopped everything to clean the whole heap
 * @param leastAfterMb the least that was left in use after a collection of late: what really lives
 */
record GcLog(int pauses, int full, double pauseMillis, int leastAfterMb) {
    private static final Pattern PAUSE = Pattern.compile("Pause (\\w+).* \\d+M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");
    private static final int OF_LATE = 20;

    static GcLog read(Path log) {
        int pauses = 0;
        int full = 0;
        double millis = 0;
        int[] after = new int[OF_LATE];
        try {
            for (String line : Files.readAllLines(log)) {
                Matcher pause = PAUSE.matcher(line);
                if (pause.find()) {
                    after[pauses++ % OF_LATE] = Integer.parseInt(pause.group(2));
                    full += pause.group(1).equals("Full") ? 1 : 0;
                    millis += Double.parseDouble(pause.group(3));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < Math.min(pauses, OF_LATE); i++) {
            least = Math.min(least, after[i]);
        }
        return new GcLog(pauses, full, millis, pauses == 0 ? 0 : least);
    }
}
