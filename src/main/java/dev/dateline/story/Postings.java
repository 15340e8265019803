package dev.dateline.story;

import java.util.Arrays;

/**
 * Which articles have a key, by their slots, in the order in which they came. All in arrays of int: nothing for the
 * collector to walk through, and reading the newest is reading the end of one array.
 */
final class Postings {
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int HEAD = 2;

    /** Slot + 1 of the key's only article, as most keys have one; else -1 - number of its list. */
    private final IntTable places = new IntTable();
    /** Each begins with where its slots begin and end. */
    private int[][] lists = new int[64][];

    private int used;
    /** Numbers of lists that nobody uses. */
    private int[] free = new int[16];

    private int freed;

    /** Adds an article that came after all before. */
    void add(int key, int slot) {
        int place = places.get(key);
        if (place == 0) {
            places.set(key, slot + 1);
        } else if (place > 0) {
            places.set(key, -1 - list(place - 1, slot));
        } else {
            lists[-1 - place] = appended(lists[-1 - place], slot);
        }
    }

    private int list(int first, int second) {
        int number = freed > 0 ? free[--freed] : used++;
        if (number == lists.length) {
            lists = Arrays.copyOf(lists, 2 * number);
        }
        lists[number] = new int[] {HEAD, HEAD + 2, first, second};
        return number;
    }

    private static int[] appended(int[] before, int slot) {
        int[] list = before;
        int from = list[FROM];
        if (list[TO] == list.length) {
            int length = list.length - from;
            // What has gone at the front makes room, where it is much.
            int[] into = from - HEAD > length / 2 ? list : new int[HEAD + length + length / 2 + 1];
            System.arraycopy(list, from, into, HEAD, length);
            into[FROM] = HEAD;
            into[TO] = HEAD + length;
            list = into;
        }
        list[list[TO]++] = slot;
        return list;
    }

    /** Takes an article away. Those that came first mostly go first, and are found at once. */
    void remove(int key, int slot) {
        int place = places.get(key);
        if (place > 0) {
            places.set(key, 0);
        } else if (place < 0) {
            int number = -1 - place;
            int[] list = lists[number];
            int at = list[FROM];
            while (list[at] != slot) {
                at++;
            }
            System.arraycopy(list, list[FROM], list, list[FROM] + 1, at - list[FROM]);
            list[FROM]++;
            int left = list[TO] - list[FROM];
            if (left == 1) {
                places.set(key, list[list[FROM]] + 1);
                release(number);
            } else if (left * 4 < list.length - HEAD) {
                lists[number] = shrunk(list, left);
            }
        }
    }

    private static int[] shrunk(int[] list, int left) {
        int[] smaller = new int[HEAD + left + left / 2];
        System.arraycopy(list, list[FROM], smaller, HEAD, left);
        smaller[FROM] = HEAD;
        smaller[TO] = HEAD + left;
        return smaller;
    }

    private void release(int number) {
        lists[number] = new int[0];
        if (freed == free.length) {
            free = Arrays.copyOf(free, 2 * freed);
        }
        free[freed++] = number;
    }

    /**
     * Reads the articles with a key that came last, the newest first.
     *
     * @param into filled as far as there are any
     * @return how many
     */
    int newest(int key, int[] into) {
        int place = places.get(key);
        if (place >= 0) {
            into[0] = place - 1;
            return place == 0 ? 0 : 1;
        }
        int[] list = lists[-1 - place];
        int count = Math.min(into.length, list[TO] - list[FROM]);
        for (int i = 0; i < count; i++) {
            into[i] = list[list[TO] - 1 - i];
        }
        return count;
    }
}
