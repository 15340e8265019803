package dev.dateline.enrich.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Room outside the heap for what a model puts out, lent again and again: as many as are wanted at once. Thread-safe. */
final class Rooms {
    private final int floats;
    private final Queue<FloatBuffer> spare = new ConcurrentLinkedQueue<>();

    /** @param floats most that one of them must hold */
    Rooms(int floats) {
        this.floats = floats;
    }

    /** From position 0 to as many; holds what was left there. */
    FloatBuffer lend(int wanted) {
        FloatBuffer left = spare.poll();
        FloatBuffer room = left == null
                ? ByteBuffer.allocateDirect(floats * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer()
                : left;
        return room.clear().limit(wanted);
    }

    void takeBack(FloatBuffer room) {
        spare.add(room);
    }
}
