package dev.dateline.ops;

import dev.dateline.enrich.entities.Hash;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;

/**
 * How many outlets were heard of lately, within 2 % or so, whatever their number: a HyperLogLog (Flajolet et al. 2007) for
 * each part of the window, 48 KB in all. Names are hashed, never kept. Safe for use by several threads.
 */
final class Outlets {
    static final Duration WINDOW = Duration.ofHours(1);
    private static final int PARTS = 12;
    private static final long PART_MILLIS = WINDOW.toMillis() / PARTS;
    private static final int INDEX_BITS = 12;
    private static final int REGISTERS = 1 << INDEX_BITS;

    private final InstantSource clock;
    private final byte[][] parts = new byte[PARTS][REGISTERS];
    private long newest;

    Outlets(InstantSource clock) {
        this.clock = clock;
        this.newest = part();
    }

    synchronized void heardOf(String outlet) {
        turn();
        long hash = Hash.of(outlet.strip().toLowerCase(Locale.ROOT));
        int register = (int) (hash >>> (Long.SIZE - INDEX_BITS));
        int rank = 1 + Math.min(Long.numberOfLeadingZeros(hash << INDEX_BITS), Long.SIZE - INDEX_BITS);
        byte[] now = parts[(int) (newest % PARTS)];
        now[register] = (byte) Math.max(now[register], rank);
    }

    /** Different ones within the window, its oldest part whole. */
    synchronized long count() {
        turn();
        double harmonic = 0;
        int empty = 0;
        for (int register = 0; register < REGISTERS; register++) {
            int most = 0;
            for (byte[] part : parts) {
                most = Math.max(most, part[register]);
            }
            harmonic += Math.scalb(1.0, -most);
            empty += most == 0 ? 1 : 0;
        }
        double estimate = 0.7213 / (1 + 1.079 / REGISTERS) * REGISTERS * REGISTERS / harmonic;
        // Few ones are counted better by the registers that they left empty.
        boolean few = empty > 0 && estimate <= 2.5 * REGISTERS;
        return Math.round(few ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
    }

    /** Forgets the parts that have left the window. */
    private void turn() {
        long now = part();
        for (long part = Math.max(newest + 1, now - PARTS + 1); part <= now; part++) {
            Arrays.fill(parts[(int) (part % PARTS)], (byte) 0);
        }
        newest = Math.max(newest, now);
    }

    private long part() {
        return clock.millis() / PART_MILLIS;
    }
}
