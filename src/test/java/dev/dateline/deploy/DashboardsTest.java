package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardsTest {
    /** Names that the process gives without us, checked against a running one by {@link PromQlIT}. */
    private static final String OF_THE_PLATFORM = "(jvm|process|kafka_consumer|kafka_producer|kafka_stream)_[a-z_]+";

    static List<String> files() {
        return PromQl.DASHBOARDS;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPanelSaysWhatItShowsAndInWhichUnit(String file) {
        assertThat(panels(file)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.get("title").asText()).isNotBlank();
            assertThat(panel.get("description").asText()).endsWith(".").hasSizeGreaterThan(15);
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.get("targets")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void panelsHaveTheirOwnIdAndPlace(String file) {
        List<JsonNode> all = list(PromQl.dashboard(file).get("panels"));

        assertThat(all).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
        Set<String> cells = new TreeSet<>();
        for (JsonNode panel : all) {
            JsonNode at = panel.get("gridPos");
            assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.get("w").asInt(); x++) {
                for (int y = 0; y < at.get("h").asInt(); y++) {
                    String cell = (at.get("x").asInt() + x) + "/" + (at.get("y").asInt() + y);
                    assertThat(cells.add(cell))
                            .as("%s of %s overlaps", cell, panel.get("title"))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void oneCanChooseNamespaceRoleAndInstance(String file) {
        JsonNode dashboard = PromQl.dashboard(file);

        assertThat(list(dashboard.at("/templating/list")))
                .extracting(variable -> variable.get("name").asText())
                .containsExactly("datasource", "namespace", "role", "instance");
        assertThat(panels(file).stream().flatMap(panel -> list(panel.get("targets")).stream()))
                .allSatisfy(target -> assertThat(target.get("expr").asText()).contains("$namespace"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void linksToRunbooksLeadToOne(String file) {
        Stream<String> links = panels(file).stream()
                .flatMap(panel -> list(panel.path("links")).stream())
                .map(link -> link.get("url").asText().replace("https://runbooks.example/", ""));

        assertThat(links.map(name -> Manifests.DEPLOY.resolve("runbooks").resolve(name + ".md")))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page).exists());
    }

    @Test
    void everyMetricIsKnown() {
        Set<String> recorded = PromQl.rules().stream()
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toSet());

        assertThat(PromQl.ofDashboards())
                .allSatisfy(query -> assertThat(query.metrics())
                        .isNotEmpty()
                        .allMatch(metric ->
                                recorded.contains(metric) || PromQl.isOurs(metric) || metric.matches(OF_THE_PLATFORM)));
    }

    private static List<JsonNode> panels(String file) {
        return list(PromQl.dashboard(file).get("panels")).stream()
                .filter(panel -> !panel.get("type").asText().equals("row"))
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
