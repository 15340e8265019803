package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Path FOLDER = Manifests.DEPLOY.resolve("prometheus");
    private static final Path RUNBOOKS = Manifests.DEPLOY.resolve("runbooks");

    @Test
    void theClusterGetsTheSameRules() {
        JsonNode cluster = Manifests.documents(Manifests.K8S.resolve("components/monitoring/rules.yaml"))
                .get(0);

        assertThat(cluster.at("/spec/groups"))
                .isEqualTo(
                        Manifests.documents(FOLDER.resolve("rules.yaml")).get(0).get("groups"));
    }

    @Test
    void everyAlertHasItsRunbookAndEveryRunbookItsAlert() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            assertThat(pages.map(page -> String.valueOf(page.getFileName()).replaceAll("\\.md$", "")))
                    .containsExactlyInAnyOrderElementsOf(alerts().stream()
                            .map(alert -> alert.get("alert").asText())
                            .toList());
        }
        assertThat(alerts())
                .allSatisfy(
                        alert -> assertThat(alert.at("/annotations/runbook_url").asText())
                                .isEqualTo("https://runbooks.example/"
                                        + alert.get("alert").asText()));
    }

    @Test
    void everyRunbookTellsMeaningFirstLookCauseAndCure() {
        assertThat(alerts()).allSatisfy(alert -> {
            String name = alert.get("alert").asText();
            assertThat(Manifests.read(RUNBOOKS.resolve(name + ".md")).lines().filter(line -> line.startsWith("#")))
                    .containsExactly("# " + name, "## Meaning", "## First look", "## Cause", "## Cure");
        });
    }

    @Test
    void everyAlertHasATest() {
        String tests = Manifests.read(FOLDER.resolve("rules-test.yaml"));

        assertThat(alerts())
                .allSatisfy(alert -> assertThat(tests)
                        .contains("exp_labels")
                        .containsPattern("alertname: " + alert.get("alert").asText() + "\\s"));
    }

    @Test
    void everyMetricIsOneOfTheCodesOrARecordedOne() {
        Set<String> recorded = PromQl.rules().stream()
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(PromQl.ofRules())
                .isNotEmpty()
                .allSatisfy(query -> assertThat(query.metrics())
                        .isNotEmpty()
                        .allMatch(metric -> recorded.contains(metric) || PromQl.isOurs(metric)));
    }

    @Test
    void promtoolAcceptsTheRulesAndTheirTestsPass() throws Exception {
        Tool.named("promtool").in(FOLDER).succeeds("check", "rules", "rules.yaml");
        Tool.named("promtool").in(FOLDER).succeeds("test", "rules", "rules-test.yaml");
        Tool.named("promtool").in(FOLDER).succeeds("check", "config", "--syntax-only", "prometheus.yml");
    }

    private static List<JsonNode> alerts() {
        return PromQl.rules().stream().filter(rule -> rule.has("alert")).toList();
    }
}
