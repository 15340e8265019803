package dev.dateline.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.broker.Directory;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.broker.Listener;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The risk: a way to log in that is written down and does not work, that lets others in too, or that tells its secret. */
@EnabledIfSystemProperty(named = "security", matches = "true")
class SecureKafkaIT {
    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String SCRAM_PASSWORD = "the-password-of-the-kafka-user";
    private static final List<String> SECRETS = List.of(Keys.PASSWORD, SCRAM_PASSWORD, TokenIssuer.SECRET);
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Directory folder;
    private static TokenIssuer issuer;
    private static InJvmBroker broker;
    private static Map<String, Listener> listeners;

    @BeforeAll
    static void start() throws Exception {
        folder = Directory.temporary();
        Keys keys = Keys.in(folder.path());
        issuer = TokenIssuer.start();
        System.setProperty(ALLOWED_URLS, issuer.url("/jwks"));
        listeners = Map.of(
                "mTLS", new Listener("MTLS", FreePorts.any(), "SSL", keys.ofBroker(true)),
                "TLS alone", new Listener("TLS", FreePorts.any(), "SSL", keys.ofBroker(false)),
                "SCRAM",
                        new Listener(
                                "SCRAM",
                                FreePorts.any(),
                                "SASL_SSL",
                                with(
                                        keys.ofBroker(false),
                                        Map.of(
                                                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                                                "scram-sha-512.sasl.jaas.config",
                                                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"))),
                "OAUTHBEARER",
                        new Listener(
                                "OAUTH",
                                FreePorts.any(),
                                "SASL_SSL",
                                with(
                                        keys.ofBroker(false),
                                        Map.of(
                                                "sasl.enabled.mechanisms",
                                                "OAUTHBEARER",
                                                "oauthbearer.sasl.jaas.config",
                                                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                                                "oauthbearer.sasl.server.callback.handler.class",
                                                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                                                "sasl.oauthbearer.jwks.endpoint.url",
                                                issuer.url("/jwks"),
                                                "sasl.oauthbearer.expected.issuer",
                                                issuer.url(),
                                                "sasl.oauthbearer.expected.audience",
                                                TokenIssuer.AUDIENCE))));
        broker = InJvmBroker.start(List.copyOf(listeners.values()));
        try (Admin admin = broker.admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "dateline", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), SCRAM_PASSWORD)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        System.clearProperty(ALLOWED_URLS);
        if (broker != null) {
            broker.close();
        }
        issuer.close();
        folder.release();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** All clients log in: the loop's, those of Kafka Streams, and those of the feed. */
    @ParameterizedTest
    @CsvSource({"SCRAM, 'enrich,stories,console'", "mTLS, enrich", "OAUTHBEARER, enrich"})
    void anArticleIsEnrichedOverEachWayInTheReadme(String way, String roles) throws IOException {
        String uri = "urn:secure:" + way;
        Path file = folder.path().resolve(way + ".properties");
        Files.writeString(file, configuration(way));
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.config.locations",
                file.toString(),
                "dateline.roles",
                roles,
                "dateline.topics.create",
                "true",
                "dateline.topics.partitions",
                "1",
                "dateline.stream.group",
                "secure-" + way,
                "dateline.stories.group",
                "secure-stories-" + way,
                "dateline.enrich.without",
                "entities,topics,quotes",
                "quarkus.log.category.\"org.apache.kafka\".level",
                "DEBUG",
                ALLOWED_URLS,
                issuer.url("/token")));
        Path log = Path.of("target/it/secure-" + way + ".log");
        Files.deleteIfExists(log);

        try (ServiceProcess service = ServiceProcess.start("secure-" + way, FreePorts.any(), settings)) {
            service.awaitReady();
            try (KafkaProducer<String, String> sender = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                sender.send(new ProducerRecord<>(
                        "articles", uri, "{\"uri\":\"" + uri + "\",\"body\":\"The council of Porto met on Monday.\"}"));
            }
            awaitOn("articles.enriched", uri);
            if (roles.contains("stories")) {
                awaitOn("articles.stories", uri);
            }
        }

        assertThat(Files.readString(log)).contains("Enrichment ready").doesNotContain(SECRETS);
    }

    private static void awaitOn(String topic, String uri) {
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        "reader-" + topic + uri,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            reader.subscribe(List.of(topic));
            Awaitility.await(uri + " on " + topic).atMost(SOON).until(() -> {
                for (var each : reader.poll(Duration.ofMillis(200))) {
                    if (uri.equals(each.key())) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    @Test
    void withoutTheLinesOfTheKeystoreItIsTlsAlone() throws Exception {
        String alone = configuration("mTLS").replaceAll("(?m)^kafka\\.ssl\\.keystore.*\n", "");

        assertThat(clusterId(alone.replace(address("mTLS"), address("TLS alone"))))
                .isNotEmpty();
        assertThatThrownBy(() -> clusterId(alone))
                .as("no certificate, no way in")
                .isInstanceOf(ExecutionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRAM_PASSWORD, Keys.PASSWORD})
    void aWrongPasswordOpensNothing(String right) throws IOException {
        String wrong = configuration("SCRAM").replace(right, "guessed");

        assertThatThrownBy(() -> clusterId(wrong)).hasMessageNotContaining("guessed");
    }

    @Test
    void aClientThatTrustsSomebodyElseDoesNotTalkToThisBroker() throws IOException {
        String elsewhere = configuration("SCRAM").replace("truststore.p12", "broker-trust.p12");

        assertThatThrownBy(() -> clusterId(elsewhere)).isInstanceOf(ExecutionException.class);
    }

    private static String clusterId(String configuration) throws IOException, ExecutionException, InterruptedException {
        Properties read = new Properties();
        read.load(new StringReader(configuration));
        Map<String, Object> settings =
                new HashMap<>(Map.of("default.api.timeout.ms", 8_000, "request.timeout.ms", 4_000));
        read.forEach((name, value) -> settings.put(name.toString().replaceFirst("^kafka\\.", ""), value));
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static String address(String way) {
        return requireNonNull(listeners.get(way), way).bootstrapServers();
    }

    /** The block of the README with this word in its first line, with this test's addresses and secrets. */
    private static String configuration(String way) throws IOException {
        String block = Pattern.compile("```properties\n(# [^\n]*" + way + ".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md"), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .filter(found -> found.lines().findFirst().orElse("").contains(way))
                .findFirst()
                .orElseThrow();
        return block.replace("kafka-1:9093", address(way))
                .replace("/etc/dateline/", folder.path() + "/")
                .replace("store.password=change-me", "store.password=" + Keys.PASSWORD)
                .replace(" password=\"change-me\"", " password=\"" + SCRAM_PASSWORD + "\"")
                .replace("clientSecret=\"change-me\"", "clientSecret=\"" + TokenIssuer.SECRET + "\"")
                .replace("https://login.example/token", issuer.url("/token"));
    }
}
