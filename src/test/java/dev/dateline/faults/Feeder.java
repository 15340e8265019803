package dev.dateline.faults;

import dev.dateline.stream.Poison;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends articles at a steady rate, good and bad, new ones and new versions, and notes each in a file. */
final class Feeder implements AutoCloseable {
    private static final Poison[] POISON = Poison.values();
    private static final int BAD_ONE_IN = 20;
    private static final int RECENT = 500;

    private final KafkaProducer<byte[], byte[]> producer;
    private final BufferedWriter notes;
    private final boolean large;
    private final MadeUpArticles articles = new MadeUpArticles(1);
    private final Random random = new Random(2);
    private final List<Integer> versions = new ArrayList<>();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "feeder");
    private volatile double perSecond;
    private final AtomicInteger good = new AtomicInteger();
    private volatile boolean stopping;

    /** @param large whether some articles are larger than the rig's output topics take */
    Feeder(String bootstrap, Path notes, double perSecond, boolean large) {
        this.perSecond = perSecond;
        this.large = large;
        try {
            this.notes = Files.newBufferedWriter(notes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // It outlasts every outage: what the broker has not taken was not sent.
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 27,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 28,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd",
                        ProducerConfig.LINGER_MS_CONFIG, 5,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 1_800_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_800_000,
                        // A broker that is only slow must not see a request twice.
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 60_000,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on. */
    void rate(double articlesPerSecond) {
        perSecond = articlesPerSecond;
    }

    /** Good articles sent so far. */
    int good() {
        return good.get();
    }

    private void run() {
        double due = 0;
        int sent = 0;
        long before = System.nanoTime();
        while (!stopping) {
            long now = System.nanoTime();
            // No catching up after a block: a rate, not a count.
            due = Math.min(due + (now - before) / 1e9 * perSecond, perSecond);
            before = now;
            for (; due >= 1; due--) {
                send(sent++);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void send(int number) {
        if (number % BAD_ONE_IN == BAD_ONE_IN - 1) {
            bad(number / BAD_ONE_IN);
            return;
        }
        int article = random.nextInt(10) < 3 && !versions.isEmpty()
                ? versions.size() - 1 - random.nextInt(Math.min(RECENT, versions.size()))
                : versions.size();
        int version = article == versions.size() ? 1 : versions.get(article) + 1;
        if (article == versions.size()) {
            versions.add(version);
        } else {
            versions.set(article, version);
        }
        String uri = "urn:faults:" + article;
        if (large && number % 40 == 7) {
            byte[] value = articles.large(uri, version, Instant.now());
            send(new Sent("large-" + number, uri, version, MadeUpArticles.TOO_LARGE_OUT, Sent.sha256(value)), value);
        } else {
            good.incrementAndGet();
            send(
                    new Sent("good-" + number, uri, version, "", ""),
                    articles.article(number, article, uri, version, Instant.now()));
        }
    }

    private void bad(int number) {
        Poison kind = POISON[number % POISON.length];
        if (kind == Poison.FIVE_MEGABYTES && number % (5 * POISON.length) >= POISON.length) {
            kind = Poison.LATIN_1;
        }
        byte[] value = kind.value(number);
        String key = kind == Poison.NO_VALUE_NO_KEY ? "" : "poison-" + number % 12;
        send(new Sent("bad-" + number, key, number, kind.code.name(), Sent.sha256(value)), value);
    }

    /** Sends records of one letter, which are small as long as they are packed, among the others. */
    void packed(int records, int bytes) {
        byte[] value = new byte[bytes];
        Arrays.fill(value, (byte) 'a');
        String sha256 = Sent.sha256(value);
        for (int number = 0; number < records; number++) {
            send(new Sent("packed-" + number, "packed", number, Poison.FIVE_MEGABYTES.code.name(), sha256), value);
        }
    }

    private synchronized void send(Sent sending, byte @Nullable [] value) {
        byte[] key = sending.key().isEmpty() ? null : sending.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> input = new ProducerRecord<>("articles", key, value);
        input.headers().add("test-id", sending.id().getBytes(StandardCharsets.UTF_8));
        producer.send(input, (metadata, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
        try {
            notes.write(sending.line());
            notes.newLine();
        } catch (IOException failed) {
            failures.add(failed);
        }
    }

    /** Sends no more, and waits for nothing. */
    void abandon() {
        stopping = true;
        producer.close(Duration.ZERO);
    }

    /** Returns when the brokers have all that was sent. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
            producer.close();
            notes.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("not all was sent: " + failures);
        }
    }
}
