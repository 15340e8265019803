package dev.dateline.app;

import dev.dateline.ops.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What an operator's file holds. A thread looks at the file now and then; one that has changed is read aside and takes
 * the place of the old one between two articles; one that cannot be read is reported once, and the old one stays.
 */
final class WatchedFile<T> implements Supplier<T>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WatchedFile.class);

    private final String property;
    private final Path file;
    private final Reader<T> reader;
    private final Counter taken;
    private final Counter refused;
    private final ScheduledExecutorService watch;
    private volatile T inUse;
    private String seen;

    /** Reads what the file holds. */
    interface Reader<T> {
        T read() throws IOException;
    }

    /**
     * Reads the file for the first time.
     *
     * @param property which names the file, for the log
     * @param reloads counts changes, with a tag {@code result} after those in {@code tags}
     * @throws IOException if it cannot be read
     */
    WatchedFile(
            String property,
            Path file,
            Duration every,
            Reader<T> reader,
            MeterRegistry registry,
            Meters reloads,
            String... tags)
            throws IOException {
        this.property = property;
        this.file = file;
        this.reader = reader;
        this.taken = counter(registry, reloads, "ok", tags);
        this.refused = counter(registry, reloads, "failed", tags);
        this.seen = stamp();
        this.inUse = reader.read();
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, property));
        watch.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public T get() {
        return inUse;
    }

    /** Reads the file if it is another one than last time. */
    private void look() {
        String now = stamp();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            inUse = reader.read();
            taken.increment();
            LOG.infof("File taken up property=%s file=%s", property, file);
        } catch (IOException | RuntimeException | OutOfMemoryError bad) {
            refused.increment();
            LOG.warnf(bad, "File refused, the last good one stays property=%s file=%s", property, file);
        }
    }

    /** Changes with the file; a mounted one may be a link that changes its aim, hence the key. */
    private String stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException gone) {
            return "gone";
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static Counter counter(MeterRegistry registry, Meters meter, String result, String... tags) {
        String[] all = Arrays.copyOf(tags, tags.length + 2);
        all[tags.length] = "result";
        all[tags.length + 1] = result;
        return meter.counter(registry, all);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
