package dev.dateline.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Where the choices of a generator come from: a seed, or bytes, so that a change of one byte changes one choice. */
interface Draw {
    /** From 0 up to, not including, the bound. */
    int below(int bound);

    default boolean oneIn(int times) {
        return below(times) == 0;
    }

    default <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    static Draw seeded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random::nextInt;
    }

    /** Zero once the bytes are used up: the first choice is always a harmless and a short one. */
    static Draw from(byte[] bytes) {
        int[] at = {0};
        return bound -> {
            int value = 0;
            for (int range = bound - 1; range > 0; range >>>= 8) {
                value = value << 8 | (at[0] < bytes.length ? bytes[at[0]++] & 0xFF : 0);
            }
            return Integer.remainderUnsigned(value, bound);
        };
    }
}
