package dev.dateline.story;

import java.util.Arrays;

/**
 * Whole numbers by key, open addressing; a key and its number lie side by side, so that finding one costs one line of
 * cache. Nought takes no room. The key 0 is not allowed.
 */
final class IntTable {
    private static final int LEAST = 16;

    /** Key, number, key, number, … */
    private int[] cells = new int[2 * LEAST];

    private int size;

    int size() {
        return size;
    }

    /** Nought if there is none. */
    int get(int key) {
        return cells[place(key) + 1];
    }

    /** Adds and returns the number before. */
    int add(int key, int more) {
        int at = place(key);
        int before = cells[at + 1];
        put(at, key, before, before + more);
        return before;
    }

    void set(int key, int number) {
        int at = place(key);
        put(at, key, cells[at + 1], number);
    }

    private void put(int at, int key, int before, int now) {
        if (now == 0) {
            if (before != 0) {
                remove(at);
            }
            return;
        }
        int place = at;
        if (before == 0) {
            if (size * 10 >= cells.length * 3) {
                grow();
                place = place(key);
            }
            cells[place] = key;
            size++;
        }
        cells[place + 1] = now;
    }

    /** Calls for each key and number, in no order that means anything. */
    void forEach(Each each) {
        for (int at = 0; at < cells.length; at += 2) {
            if (cells[at] != 0) {
                each.accept(cells[at], cells[at + 1]);
            }
        }
    }

    private int home(int key) {
        return 2 * Hashing.mixed(key) & (cells.length - 1);
    }

    private int place(int key) {
        int mask = cells.length - 1;
        int at = home(key);
        while (cells[at] != 0 && cells[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private void grow() {
        int[] old = cells;
        cells = new int[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int at = place(old[i]);
                cells[at] = old[i];
                cells[at + 1] = old[i + 1];
            }
        }
    }

    /** Closes the gap, so that no search stops short. */
    private void remove(int gone) {
        int mask = cells.length - 1;
        int gap = gone;
        int at = gone;
        while (true) {
            at = (at + 2) & mask;
            if (cells[at] == 0) {
                break;
            }
            if (((at - home(cells[at])) & mask) >= ((at - gap) & mask)) {
                cells[gap] = cells[at];
                cells[gap + 1] = cells[at + 1];
                gap = at;
            }
        }
        Arrays.fill(cells, gap, gap + 2, 0);
        size--;
    }

    interface Each {
        void accept(int key, int number);
    }
}
