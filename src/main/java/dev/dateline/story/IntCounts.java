package dev.dateline.story;

import java.util.Arrays;

/** Counts by key, open addressing; a count of nought takes no room. The key 0 is not allowed. */
final class IntCounts {
    private static final int LEAST = 16;

    private int[] keys;
    private int[] counts;
    private int size;

    IntCounts() {
        keys = new int[LEAST];
        counts = new int[LEAST];
    }

    int size() {
        return size;
    }

    int get(int key) {
        int at = slot(key);
        return keys[at] == 0 ? 0 : counts[at];
    }

    /** Adds and returns the count before. */
    int add(int key, int more) {
        int at = slot(key);
        int before = keys[at] == 0 ? 0 : counts[at];
        if (before + more == 0) {
            if (before != 0) {
                remove(at);
            }
            return before;
        }
        if (before == 0) {
            if (size * 5 >= keys.length * 3) {
                grow();
                at = slot(key);
            }
            keys[at] = key;
            size++;
        }
        counts[at] = before + more;
        return before;
    }

    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    /** Calls for each key and count, in no order that means anything. */
    void forEach(Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                each.accept(keys[i], counts[i]);
            }
        }
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int at = Hashing.mixed(key) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    /** Closes the gap, so that no search stops short. */
    private void remove(int gap) {
        int mask = keys.length - 1;
        int at = gap;
        while (true) {
            at = (at + 1) & mask;
            if (keys[at] == 0) {
                break;
            }
            int home = Hashing.mixed(keys[at]) & mask;
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                keys[gap] = keys[at];
                counts[gap] = counts[at];
                gap = at;
            }
        }
        keys[gap] = 0;
        size--;
    }

    interface Each {
        void accept(int key, int count);
    }
}
