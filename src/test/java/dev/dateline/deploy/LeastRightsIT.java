package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.stream.CommittedReader;
import dev.dateline.stream.ServiceProcess;
import dev.dateline.stream.TopicCatalog;
import dev.dateline.stream.TopicsConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The risk: a right that is missing in {@code users.yaml}, or one that is there and not needed. Each role runs as a process
 * of its own, logged in as its user, on a broker whose authorizer has the rules of that file and no others.
 */
class LeastRightsIT {
    private static final List<String> ROLES = List.of("enrich", "stories", "console");
    private static final Duration SOON = Duration.ofMinutes(2);
    /** Three at once, on a machine that may have other things to do. */
    private static final Duration STARTED = Duration.ofMinutes(4);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private int articles;

    @Test
    void eachRoleDoesItsWorkWithItsUsersRightsAndNotWithoutOneOfThem() throws Exception {
        Map<String, ServiceProcess> running = new HashMap<>();
        try (InJvmBroker broker = InJvmBroker.startGuarded();
                Admin admin = broker.admin()) {
            admin.createTopics(new TopicCatalog(Properties.mapping(TopicsConfig.class), List.of()).topics())
                    .all()
                    .get();
            ROLES.forEach(role -> admit(admin, role));
            int console = FreePorts.any();
            for (String role : ROLES) {
                int port = role.equals("console") ? console : FreePorts.any();
                running.put(
                        role,
                        ServiceProcess.start("rights-" + role + "-" + broker.port(), port, settings(broker, role)));
            }
            running.values().forEach(service -> service.awaitReady(STARTED));

            try (CommittedReader stories = new CommittedReader(broker.bootstrapServers(), "articles.stories")) {
                assertThat(post(console)).isEqualTo(202);
                awaitStories(stories);
                awaitInFeed(its(running, "console"));

                AclBinding quotes = right("enrich", "quotes");
                take(admin, quotes);
                assertThat(post(console)).isEqualTo(202);
                awaitAborts(its(running, "enrich"));
                assertThat(stories.look()).hasSize(articles - 1);
                give(admin, List.of(quotes));
                awaitStories(stories);

                AclBinding changes = right("stories", "stories.changes");
                take(admin, changes);
                assertThat(post(console)).isEqualTo(202);
                awaitInFeed(its(running, "console"));
                awaitLog(its(running, "stories"), "Not authorized to access topics: [stories.changes]");
                assertThat(stories.look()).hasSize(articles - 1);
                give(admin, List.of(changes));
                awaitStories(stories);

                take(admin, right("console", "articles"));
                int posted = articles;
                assertThat(post(console)).isGreaterThanOrEqualTo(500);
                articles = posted;
                assertThat(stories.look()).hasSize(articles);
            }
        } finally {
            running.values().forEach(ServiceProcess::close);
        }
    }

    private static ServiceProcess its(Map<String, ServiceProcess> running, String role) {
        return Objects.requireNonNull(running.get(role));
    }

    private static Map<String, String> settings(InJvmBroker broker, String role) {
        return Map.of(
                "dateline.roles", role,
                "kafka.bootstrap.servers", broker.guardedBootstrapServers(),
                "kafka.security.protocol", "SASL_PLAINTEXT",
                "kafka.sasl.mechanism", "SCRAM-SHA-512",
                "kafka.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"dateline-" + role
                                + "\" password=\"" + role + "\";",
                "dateline.console.ingest", "true",
                "quarkus.security.users.embedded.users.desk", "secret",
                "quarkus.security.users.embedded.roles.desk", "publisher");
    }

    private static void admit(Admin admin, String role) {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                "dateline-" + role, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), role)));
        give(admin, rights(role));
    }

    /** As Strimzi makes them of a KafkaUser. */
    private static List<AclBinding> rights(String role) {
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode user : Manifests.strimzi("KafkaUser")) {
            if (user.at("/metadata/name").asText().equals("dateline-" + role)) {
                for (JsonNode rule : user.at("/spec/authorization/acls")) {
                    JsonNode resource = rule.get("resource");
                    ResourcePattern what = new ResourcePattern(
                            ResourceType.fromString(
                                    resource.get("type").asText().replace("transactionalId", "transactional_id")),
                            resource.get("name").asText(),
                            resource.get("patternType").asText().equals("prefix")
                                    ? PatternType.PREFIXED
                                    : PatternType.LITERAL);
                    for (JsonNode operation : rule.get("operations")) {
                        rights.add(new AclBinding(
                                what,
                                new AccessControlEntry(
                                        "User:dateline-" + role,
                                        "*",
                                        operation(operation.asText()),
                                        AclPermissionType.ALLOW)));
                    }
                }
            }
        }
        assertThat(rights).isNotEmpty();
        return rights;
    }

    private static AclOperation operation(String camelCase) {
        return AclOperation.fromString(
                camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    /** The right of a role to write a topic. */
    private static AclBinding right(String role, String topic) {
        return rights(role).stream()
                .filter(right ->
                        right.pattern().name().equals(topic) && right.entry().operation() == AclOperation.WRITE)
                .findFirst()
                .orElseThrow();
    }

    private static void give(Admin admin, List<AclBinding> rights) {
        done(admin.createAcls(rights).all());
    }

    private static void take(Admin admin, AclBinding right) {
        done(admin.deleteAcls(List.of(right.toFilter())).all());
    }

    private static void done(KafkaFuture<?> asked) {
        try {
            asked.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Another article through the console; returns the status of its answer. */
    private int post(int port) throws IOException, InterruptedException {
        articles++;
        String article = "{\"uri\":\"urn:rights:" + articles
                + "\",\"headline\":\"Bridge opens\",\"body\":\"Mayor Ana Ruiz said: \\\"The harbour bridge is"
                + " open.\\\"\"}";
        String login = Base64.getEncoder().encodeToString("desk:secret".getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/articles"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + login)
                                .POST(HttpRequest.BodyPublishers.ofString(article))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void awaitStories(CommittedReader stories) {
        Awaitility.await("a story for each article")
                .atMost(SOON)
                .until(() -> stories.look().size() == articles);
    }

    private void awaitInFeed(ServiceProcess console) {
        Awaitility.await("the article is in the feed")
                .atMost(SOON)
                .until(() ->
                        console.get("/api/desk/articles/urn:rights:" + articles).statusCode() == 200);
    }

    private static void awaitAborts(ServiceProcess enrich) {
        Awaitility.await("a batch was aborted")
                .atMost(SOON)
                .until(() -> enrich.get("/q/metrics")
                        .body()
                        .lines()
                        .anyMatch(line ->
                                line.startsWith("dateline_transaction_aborts_total{") && !line.endsWith(" 0.0")));
    }

    private static void awaitLog(ServiceProcess service, String words) {
        Awaitility.await(words).atMost(SOON).until(() -> service.log().contains(words));
    }
}
