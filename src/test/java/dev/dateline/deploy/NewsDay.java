package dev.dateline.deploy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Articles as a day brings them, made up from a fixed seed: events that several outlets report in turn, their numbers not
 * always the same; some in other languages, a few recalled, a few that are no articles.
 */
final class NewsDay implements AutoCloseable {
    private static final List<String> CITIES =
            List.of("Lisbon", "Oslo", "Nairobi", "Osaka", "Lyon", "Toronto", "Mumbai", "Lima", "Vienna", "Cairo");
    private static final List<String> NAMES =
            List.of("Ana Ruiz", "Erik Lund", "Mary Odhiambo", "Kenji Mori", "Paul Martin", "Ruth Adler", "Omar Aziz");
    private static final List<String> KINDS = List.of(
            "A fire at the %s port warehouse injured %d people. Mayor %s said firefighters had it under control by"
                    + " noon.",
            "The football club of %s won the cup final before %d thousand fans. Coach %s praised the young goalkeeper.",
            "The central bank in %s raised its rate by %d basis points. Governor %s said inflation was still too high.",
            "Voters in %s elect a parliament; %d candidates stand. Party leader %s promised lower taxes after the"
                    + " election.",
            "Researchers in %s vaccinated %d patients in a trial. Doctor %s said the new vaccine was safe in"
                    + " hospitals.",
            "A train derailed near %s and %d passengers were hurt. Police chief %s said the driver was being"
                    + " questioned.");
    private static final List<String> FOREIGN = List.of(
            "{\"language\":\"fr\",%s\"headline\":\"Le pont est rouvert\",\"body\":\"La maire a inauguré mardi matin le"
                    + " pont du port.\"}",
            "{\"language\":\"de\",%s\"headline\":\"Brücke wieder offen\",\"body\":\"Die Stadt hat die Brücke am"
                    + " Dienstag wieder für den Verkehr geöffnet.\"}",
            "{%s\"headline\":\"El puente abre de nuevo\",\"body\":\"La ciudad abrió de nuevo el puente del puerto el"
                    + " martes por la mañana.\"}");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final KafkaProducer<String, byte @Nullable []> producer;
    private final Random chance = new Random(42);
    private final List<String> events = new ArrayList<>();
    private int sent;

    NewsDay(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    NewsDay begin(Duration pace) {
        var unused = clock.scheduleAtFixedRate(this::next, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** An archive to be enriched again. */
    void archive(int articles) {
        clock.execute(() -> {
            for (int i = 0; i < articles; i++) {
                send(
                        "articles.backfill",
                        "urn:archive:" + i,
                        report(events.get(i % events.size()), "urn:archive:" + i));
            }
        });
    }

    private void next() {
        String uri = "urn:day:" + ++sent;
        int kind = chance.nextInt(100);
        if (kind < 2) {
            send("articles", uri, "{\"uri\": \"cut");
        } else if (kind < 3) {
            send("articles", uri, "{\"uri\":\"" + uri + "\"}");
        } else if (kind < 4) {
            send("articles", uri, "{\"headline\":\"Nobody knows whose\"}");
        } else if (kind < 5) {
            send("articles", "urn:day:" + (sent - 20), null);
        } else if (kind < 6) {
            send(
                    "articles",
                    uri,
                    "{\"uri\":\"" + uri + "\",\"type\":\"picture\",\"versioncreated\":\"2026-01-01T00:00:00Z\"}");
        } else if (kind < 25) {
            send("articles", uri, FOREIGN.get(chance.nextInt(FOREIGN.size())).formatted(about(uri)));
        } else {
            if (events.isEmpty() || chance.nextInt(6) == 0) {
                events.add(KINDS.get(chance.nextInt(KINDS.size()))
                        .formatted(any(CITIES), 5 + chance.nextInt(90), any(NAMES)));
            }
            send("articles", uri, report(events.get(Math.max(0, events.size() - 1 - chance.nextInt(8))), uri));
        }
    }

    private String report(String event, String uri) {
        String told = chance.nextInt(5) == 0 ? event.replaceFirst("\\d+", "" + (5 + chance.nextInt(90))) : event;
        return "{" + about(uri) + "\"headline\":\"" + told.substring(0, told.indexOf('.')) + "\",\"body\":\"" + told
                + " More is expected on " + (chance.nextBoolean() ? "Tuesday" : "Friday") + ", " + any(NAMES)
                + " told reporters.\"}";
    }

    private String about(String uri) {
        Instant published = Instant.now().minusMillis(100 + (long) (400 * Math.exp(chance.nextGaussian())));
        // A few write much, many write little.
        int outlet = (int) (40 * Math.pow(chance.nextDouble(), 2));
        return "\"uri\":\"%s\",\"outlet\":\"Outlet %d\",\"publishedAt\":\"%s\",".formatted(uri, outlet, published);
    }

    private String any(List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private void send(String topic, String uri, @Nullable String value) {
        producer.send(new ProducerRecord<>(topic, uri, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }
}
