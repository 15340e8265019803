package dev.dateline.stream.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;

/**
 * The disk under the state of the stories.
 *
 * @param folder of the state; it need not exist yet
 * @param minFree bytes that must be left
 */
record StateDisk(Path folder, long minFree) {
    /** Little room is left; what is held in memory still goes on. */
    static final String FULL = "STATE_DISK_FULL";
    /** A write failed. */
    static final String NOT_WRITABLE = "STATE_NOT_WRITABLE";

    /** Why the state cannot grow, if so. */
    Optional<String> shortage() {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            return free >= minFree
                    ? Optional.empty()
                    : Optional.of(
                            "%s: %,d bytes are left under %s, %,d must be".formatted(FULL, free, folder, minFree));
        } catch (IOException unreadable) {
            return Optional.of(NOT_WRITABLE + ": " + unreadable);
        }
    }

    /** Whether it was the disk that a thread failed at: RocksDB says so, or the file system under it does. */
    static boolean failed(Throwable failure) {
        boolean ofState = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ofState |= cause instanceof ProcessorStateException;
            if (cause instanceof RocksDBException || (ofState && cause instanceof IOException)) {
                return true;
            }
        }
        return false;
    }
}
