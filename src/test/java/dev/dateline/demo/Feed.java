package dev.dateline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the samples one by one, and when they are through begins again: each is published at the moment it is sent, and from
 * the second round on under a uri of its own, so that it counts as a new article.
 */
final class Feed {
    private final KafkaProducer<String, byte @Nullable []> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Sample> samples;
    private final Sent sent;
    private int position;

    Feed(String bootstrapServers, List<Sample> samples, Sent sent) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "0", "max.block.ms", "10000"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.samples = List.copyOf(samples);
        this.sent = sent;
    }

    void start(Duration pace) {
        var unused = clock.scheduleAtFixedRate(this::sendNext, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sendNext() {
        Sample sample = samples.get(position % samples.size());
        int round = 1 + position++ / samples.size();
        String key = round == 1 ? sample.key() : sample.key() + "/round-" + round;
        byte[] original = sample.value();
        byte[] value = original == null ? null : SampleArticle.of(original).republished(key, Instant.now());
        sent.now(key);
        var unused = producer.send(
                new ProducerRecord<>(DemoTopics.ARTICLES, null, key, value, sample.headers()), (metadata, failure) -> {
                    if (failure != null) {
                        System.err.println("not sent: " + key + ": " + failure.getMessage());
                    }
                });
    }

    void stop() throws InterruptedException {
        clock.shutdownNow();
        clock.awaitTermination(5, TimeUnit.SECONDS);
        producer.close(Duration.ofSeconds(5));
    }
}
