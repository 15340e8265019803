package dev.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * From the moment a recall should be sent until the article is gone everywhere: a reader of committed records has seen it
 * withdrawn from the enriched articles and from its story, has been told of that as a change, and no story has it over
 * HTTP. By turns withheld, canceled, and a record without a value; at fixed moments, as {@link Latency} counts them.
 */
@Command(name = "recalls", description = "Time until a recalled article is gone from every topic and from its story.")
final class Recalls implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = List.of(Rig.ENRICHED, Rig.ARTICLE_STORIES, "stories.changes");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Mixin
    private final RigOptions options = new RigOptions();

    @Option(names = "--count", defaultValue = "100", description = "recalls (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--apart",
            defaultValue = "250",
            description = "milliseconds between them (default: ${DEFAULT-VALUE})")
    private int apartMillis;

    @Option(names = "--warm-up", defaultValue = "600", description = "articles before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    /** By recall, in nanoseconds from its moment; negative: not yet. */
    private long[][] gone = new long[0][];

    @Override
    public Integer call() throws InterruptedException {
        gone = new long[TOPICS.size() + 1][count];
        Arrays.stream(gone).forEach(each -> Arrays.fill(each, -1));
        News news = options.news();
        try (Rig rig = new Rig(options);
                KafkaConsumer<byte[], byte[]> reader = reader(rig)) {
            MeasuredService service = rig.startService(options.serviceCpus);
            rig.send(news, 0, warmUp + count);
            rig.awaitStories(warmUp + count);
            seekToEnd(reader);
            Schedule schedule = Schedule.soon(Duration.ofMillis(apartMillis));
            Thread sender = new Thread(() -> send(rig, schedule), "sender");
            sender.start();
            while (Arrays.stream(gone).flatMapToLong(Arrays::stream).anyMatch(each -> each < 0)) {
                if (schedule.since(count) > LONGEST.toNanos()) {
                    throw new IllegalStateException("not all are gone within " + LONGEST);
                }
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(5))) {
                    note(record, schedule);
                }
                lookForStories(service, schedule);
            }
            sender.join();
        }
        for (int topic = 0; topic < TOPICS.size(); topic++) {
            print("withdrawn on " + TOPICS.get(topic), gone[topic]);
        }
        print("in no story over HTTP", gone[TOPICS.size()]);
        long[] last = new long[count];
        for (long[] each : gone) {
            Arrays.setAll(last, i -> Math.max(last[i], each[i]));
        }
        print("gone everywhere", last);
        return 0;
    }

    private static KafkaConsumer<byte[], byte[]> reader(Rig rig) {
        Map<String, Object> settings = new HashMap<>(Rig.client(rig.bootstrapServers()));
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void seekToEnd(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
    }

    /** The articles after those of the warm-up, which all have been in their stories for a while. */
    private void send(Rig rig, Schedule schedule) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Rig.client(rig.bootstrapServers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                schedule.await(i);
                int number = warmUp + i;
                producer.send(new ProducerRecord<>(
                        Rig.ARTICLES, number % options.partitions, NewsItem.key(number), recall(number, i)));
            }
        }
    }

    private static byte @Nullable [] recall(int number, int turn) {
        if (turn % 3 == 2) {
            return null;
        }
        try {
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("uri", NewsItem.uri(number))
                    .put("version", "2")
                    .put("pubStatus", turn % 3 == 0 ? "withheld" : "canceled"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Schedule schedule) {
        JsonNode value = read(record.value());
        boolean withdrawn = switch (record.topic()) {
            case Rig.ENRICHED ->
                record.value() == null || !value.path("pubStatus").asText().equals("usable");
            case Rig.ARTICLE_STORIES -> value.path("removed").asBoolean();
            default -> value.path("change").asText().equals("killed");
        };
        if (withdrawn) {
            String uri = record.topic().equals(Rig.ENRICHED)
                    ? new String(record.key(), StandardCharsets.UTF_8)
                    : value.path("articleUri").asText();
            at(
                    TOPICS.indexOf(record.topic()),
                    NewsItem.number(uri.getBytes(StandardCharsets.UTF_8)) - warmUp,
                    schedule);
        }
    }

    private static JsonNode read(byte @Nullable [] value) {
        try {
            return value == null ? JSON.nullNode() : JSON.readTree(value);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private void at(int place, int recall, Schedule schedule) {
        if (recall >= 0 && recall < count && gone[place][recall] < 0) {
            gone[place][recall] = schedule.since(recall);
        }
    }

    /** Those of which the change has been told are looked for until they are found no more. */
    private void lookForStories(MeasuredService service, Schedule schedule) {
        for (int recall = 0; recall < count; recall++) {
            if (gone[TOPICS.size()][recall] < 0 && gone[TOPICS.size() - 1][recall] >= 0) {
                String uri = URLEncoder.encode(NewsItem.uri(warmUp + recall), StandardCharsets.UTF_8);
                if (service.process().status("/api/articles/" + uri + "/story") == 404) {
                    at(TOPICS.size(), recall, schedule);
                }
            }
        }
    }

    private static void print(String what, long[] nanos) {
        Histogram micros = new Histogram(LONGEST.toNanos() / 1000, 3);
        Arrays.stream(nanos).forEach(each -> micros.recordValue(each / 1000));
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %.0f ms, p99 %.0f, longest %.0f of %d%n",
                what,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount());
    }
}
