package dev.dateline.enrich.entities.knowledge;

import dev.dateline.enrich.entities.Hash;
import java.util.function.LongConsumer;

/** From names to rows: open addressing, linear probing, an entry a long. */
final class NameTable {
    private static final int TAG_BITS = 24;
    private static final int TAG_SHIFT = 64 - TAG_BITS;
    private static final long START = -1L >>> TAG_BITS;

    private final long[] slots;

    /** Has room for this many names at two thirds full. */
    NameTable(long names) {
        long wanted = Math.max(8, names + names / 2 + 1);
        long size = Long.highestOneBit(wanted - 1) << 1;
        if (size > 1 << 30) {
            throw new IllegalArgumentException("more names than one knowledge base can hold: " + names);
        }
        slots = new long[(int) size];
    }

    /**
     * Past {@link KnowledgeBase#MOST_BEARERS} rows of one name, further ones are left out.
     *
     * @param hash of the name
     */
    void add(long hash, long start) {
        int mask = slots.length - 1;
        int bearers = 0;
        for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
            if (slots[at] == 0) {
                slots[at] = (hash & ~START) | (start + 1);
                return;
            }
            if (sameTag(slots[at], hash)) {
                bearers++;
                if (bearers == KnowledgeBase.MOST_BEARERS || (slots[at] & START) == start + 1) {
                    return;
                }
            }
        }
    }

    /** Calls with each row that may bear the name, in the order they were added. */
    void each(String key, LongConsumer action) {
        long hash = Hash.of(key);
        int mask = slots.length - 1;
        for (int at = (int) hash & mask; slots[at] != 0; at = (at + 1) & mask) {
            if (sameTag(slots[at], hash)) {
                action.accept((slots[at] & START) - 1);
            }
        }
    }

    boolean holds(String key) {
        long hash = Hash.of(key);
        int mask = slots.length - 1;
        for (int at = (int) hash & mask; slots[at] != 0; at = (at + 1) & mask) {
            if (sameTag(slots[at], hash)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameTag(long slot, long hash) {
        return (slot ^ hash) >>> TAG_SHIFT == 0;
    }
}
