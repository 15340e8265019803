package dev.dateline.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives each thing a small number for as long as it is there, so that lists of many are lists of int. */
final class Slots<T> {
    private @Nullable Object[] things = new Object[64];
    private int[] free = new int[16];
    private int freed;
    private int used;

    /** The slot that was left last, else a new one. */
    int put(T thing) {
        int slot = freed > 0 ? free[--freed] : used++;
        if (slot == things.length) {
            things = Arrays.copyOf(things, 2 * slot);
        }
        things[slot] = thing;
        return slot;
    }

    /** What is in a slot that is taken. */
    @SuppressWarnings("unchecked")
    T get(int slot) {
        return (T) things[slot];
    }

    void remove(int slot) {
        things[slot] = null;
        if (freed == free.length) {
            free = Arrays.copyOf(free, 2 * freed);
        }
        free[freed++] = slot;
    }
}
