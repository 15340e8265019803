package dev.dateline.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes what was started, last first, once: on Ctrl-C as on any other end. Safe for use by several threads. */
final class Teardown {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean begun;

    /**
     * Takes charge of what has just been started.
     *
     * @throws DemoException when the end has begun: it is then closed already, and nothing more should be started
     */
    void add(AutoCloseable resource) {
        boolean late;
        synchronized (this) {
            late = begun;
            if (!late) {
                started.push(resource);
            }
        }
        if (late) {
            close(resource);
            throw new DemoException("the end has begun");
        }
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    void run() {
        synchronized (this) {
            begun = true;
        }
        for (AutoCloseable next = next(); next != null; next = next()) {
            close(next);
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        return started.poll();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failure) {
            System.err.println("on the way out: " + failure.getMessage());
        }
    }
}
