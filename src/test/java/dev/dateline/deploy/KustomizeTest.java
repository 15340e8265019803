package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.app.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void anOverlayBuildsAndWhatItBuildsFitsTheModels(String overlay) throws Exception {
        List<JsonNode> built = build(overlay);

        assertThat(built).hasSizeGreaterThan(10).allSatisfy(document -> {
            assertThatCode(() -> Manifests.parse(document)).doesNotThrowAnyException();
            assertThat(namespace(document)).isEqualTo("dateline-" + overlay);
        });
    }

    @Test
    void whoeverAsksForDnsAsksTheClustersOwn() throws Exception {
        assertThat(build("prod"))
                .filteredOn(
                        document -> document.at("/spec/policyTypes").toString().contains("Egress"))
                .filteredOn(document -> document.at("/spec/egress").toString().contains("\"port\":53,"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.at("/spec/egress/0/to/0/podSelector/matchLabels"))
                        .hasToString("{\"k8s-app\":\"kube-dns\"}"));
    }

    @Test
    void inProductionTheScalerOwnsTheNumberAndWatchesTheSameBroker() throws Exception {
        List<JsonNode> prod = build("prod");
        String broker = one(prod, "ConfigMap", "dateline")
                .at("/data/KAFKA_BOOTSTRAP_SERVERS")
                .asText();

        assertThat(one(prod, "Deployment", "dateline-enrich")
                        .at("/spec/replicas")
                        .isMissingNode())
                .isTrue();
        assertThat(one(prod, "ScaledObject", "dateline-enrich")
                        .at("/spec/triggers/0/metadata/bootstrapServers")
                        .asText())
                .isEqualTo(broker)
                .isNotEmpty();
    }

    @Test
    void secretsAndMapsThatPodsMountAreMadeByTheOverlayOrByStrimzi() throws Exception {
        List<JsonNode> dev = build("dev");
        Set<String> users = dev.stream()
                .filter(document -> document.path("kind").asText().equals("KafkaUser"))
                .map(document -> document.at("/metadata/name").asText())
                .collect(Collectors.toSet());

        for (Role each : Role.values()) {
            String role = "dateline-" + each.name().toLowerCase(Locale.ROOT);
            String kind = each == Role.STORIES ? "StatefulSet" : "Deployment";
            JsonNode environment = one(dev, kind, role).at("/spec/template/spec/containers/0/env");
            assertThat(StreamSupport.stream(environment.spliterator(), false)
                            .map(variable ->
                                    variable.at("/valueFrom/secretKeyRef/name").asText())
                            .filter(name -> !name.isEmpty()))
                    .containsExactly(role)
                    .allMatch(users::contains);
        }
    }

    private static String namespace(JsonNode document) {
        return document.path("kind").asText().equals("Namespace")
                ? document.at("/metadata/name").asText()
                : document.at("/metadata/namespace").asText();
    }

    private static JsonNode one(List<JsonNode> documents, String kind, String name) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .filter(document -> document.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> build(String overlay) throws Exception {
        return Manifests.documents(Tool.named("kubectl").succeeds("kustomize", "k8s/overlays/" + overlay));
    }
}
