package dev.dateline.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Fixed moments at which records should be sent, whatever became of those before: time counts from them, so that a pause
 * shows in all that it delays.
 *
 * @param begin the first one, as {@link System#nanoTime} tells it
 * @param apart nanoseconds between them
 */
record Schedule(long begin, long apart) {
    /** From a second from now on. */
    static Schedule soon(Duration apart) {
        return new Schedule(System.nanoTime() + Duration.ofSeconds(1).toNanos(), apart.toNanos());
    }

    void await(int number) {
        long wait = -since(number);
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = -since(number);
        }
    }

    /** Nanoseconds; below 0 before the moment. */
    long since(int number) {
        return System.nanoTime() - begin - number * apart;
    }
}
