package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dockerfile and compose file as text: no engine is at hand to build and run them. */
class ImageTest {
    private static final Path IMAGE = Manifests.DEPLOY.resolve("image");
    private static final Path COMPOSE = Manifests.DEPLOY.resolve("compose");
    private static final Set<String> INSTRUCTIONS =
            Set.of("FROM", "RUN", "COPY", "WORKDIR", "ENV", "USER", "EXPOSE", "ENTRYPOINT");

    @Test
    void instructionsAreDockersAndStagesBuildOnEarlierOnes() {
        Set<String> stages = new TreeSet<>();
        for (List<String> instruction : dockerfile()) {
            assertThat(INSTRUCTIONS).contains(instruction.get(0));
            if (instruction.get(0).equals("FROM")) {
                String base = instruction.get(1);
                assertThat(stages.contains(base) || base.matches("[a-z0-9./-]+:[a-z0-9.-]+"))
                        .as(base)
                        .isTrue();
                assertThat(base).doesNotEndWith(":latest");
                if (instruction.size() == 4) {
                    assertThat(instruction.get(2)).isEqualTo("AS");
                    stages.add(instruction.get(3));
                }
            }
            instruction.stream()
                    .filter(word -> word.startsWith("--from="))
                    .forEach(word -> assertThat(stages).contains(word.substring("--from=".length())));
        }
    }

    @Test
    void whatIsCopiedFromTheProjectIsThere() {
        Stream<List<String>> copies = dockerfile().stream()
                .filter(words -> words.get(0).equals("COPY") && !words.get(1).startsWith("--from="));

        assertThat(copies.flatMap(words -> words.subList(1, words.size() - 1).stream())
                        .filter(source -> !source.equals("target/quarkus-app")))
                .hasSize(3)
                .allSatisfy(source -> assertThat(Path.of(source)).isRegularFile());
    }

    @Test
    void theImageRunsAsTheManifestsSay() {
        long user = Manifests.all(Deployment.class).stream()
                .filter(each -> each.getSpec().getTemplate() != null
                        && each.getSpec().getTemplate().getSpec().getSecurityContext() != null)
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getSecurityContext()
                .getRunAsUser();

        assertThat(dockerfile())
                .contains(List.of("USER", user + ":" + user), List.of("EXPOSE", "8080", "9000"))
                .contains(List.of("ENTRYPOINT", "[\"/opt/java/bin/java\",", "\"-jar\",", "\"/app/quarkus-run.jar\"]"));
    }

    @Test
    void whatTheComposeFileMountsAndBuildsIsThere() {
        JsonNode compose = Manifests.documents(COMPOSE.resolve("compose.yaml")).get(0);
        Set<String> volumes = new TreeSet<>();
        compose.get("volumes").fieldNames().forEachRemaining(volumes::add);
        List<String> mounted = new ArrayList<>();
        for (JsonNode service : compose.get("services")) {
            service.path("volumes")
                    .forEach(volume -> mounted.add(volume.asText().split(":", -1)[0]));
            service.path("depends_on")
                    .forEach(other -> assertThat(compose.get("services").has(other.asText()))
                            .isTrue());
            assertThat(service.has("build") || service.path("image").asText().matches("[a-z/-]+:v?[0-9.]+"))
                    .as("%s: an image of a fixed version, or one that is built", service)
                    .isTrue();
        }

        assertThat(mounted).allMatch(source -> volumes.contains(source) || Files.exists(COMPOSE.resolve(source)));
        JsonNode build = compose.at("/services/dateline/build");
        assertThat(COMPOSE.resolve(build.get("context").asText())
                        .resolve(build.get("dockerfile").asText()))
                .isRegularFile();
    }

    /** Each service finds the others under the names and ports that the compose file gives them. */
    @Test
    void servicesOfTheComposeFileFindEachOther() {
        JsonNode services =
                Manifests.documents(COMPOSE.resolve("compose.yaml")).get(0).get("services");
        String inside =
                services.at("/kafka/environment/KAFKA_ADVERTISED_LISTENERS").asText();

        assertThat(inside)
                .contains("INSIDE://"
                        + services.at("/dateline/environment/KAFKA_BOOTSTRAP_SERVERS")
                                .asText());
        assertThat(Manifests.read(Manifests.DEPLOY.resolve("prometheus/prometheus.yml")))
                .contains("targets: [dateline:9000]");
        assertThat(Manifests.read(COMPOSE.resolve("grafana-datasource.yaml"))).contains("url: http://prometheus:9090");
        assertThat(Manifests.read(COMPOSE.resolve("grafana-dashboards.yaml")))
                .contains("path: " + services.at("/grafana/volumes/2").asText().split(":", -1)[1]);
    }

    /** Instructions as words; a comment or an empty line is none. */
    private static List<List<String>> dockerfile() {
        return Manifests.read(IMAGE.resolve("Dockerfile"))
                .replaceAll("\\\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.strip().split("\\s+", -1)))
                .toList();
    }
}
