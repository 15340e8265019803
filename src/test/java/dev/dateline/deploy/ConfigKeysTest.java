package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.stream.StreamConfig;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");

    @Test
    void everyVariableSetsAPropertyThatTheCodeKnows() {
        Stream<String> maps = Manifests.all(ConfigMap.class).stream().flatMap(map -> map.getData().keySet().stream());
        Stream<String> pods = Manifests.all(Deployment.class).stream()
                .flatMap(role -> role.getSpec().getTemplate().getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .map(variable -> variable.getName());

        assertThat(Stream.concat(maps, pods).filter(name -> !OF_THE_JVM.contains(name)))
                .hasSizeGreaterThan(8)
                .allMatch(Properties::known, "known to the code");
    }

    @Test
    void everyVariableOfTheComposeFileDoesToo() {
        JsonNode compose = Manifests.documents(Manifests.DEPLOY.resolve("compose/compose.yaml"))
                .get(0);
        List<String> names = new ArrayList<>();
        compose.at("/services/dateline/environment").fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .isNotEmpty()
                .filteredOn(name -> !OF_THE_JVM.contains(name))
                .allMatch(Properties::known, "known to the code");
    }

    @Test
    void aVariableThatIsSpeltWrongIsNotKnown() {
        assertThat(Properties.known("DATELINE_STREAM_DRAINTIMEOUT")).isFalse();
        assertThat(Properties.known("KAFKA_BOOTSTRAP_SERVER")).isFalse();
    }

    @Test
    void theScalerWatchesTheGroupOfTheService() {
        String group = Properties.mapping(StreamConfig.class).group();

        assertThat(Manifests.all(ConfigMap.class))
                .extracting(map -> map.getData().getOrDefault("DATELINE_STREAM_GROUP", group))
                .containsOnly(group);
        assertThat(Manifests.all(Manifests.ScaledObject.class))
                .singleElement()
                .satisfies(scaler -> assertThat(
                                scaler.spec().triggers().get(0).metadata().consumerGroup())
                        .isEqualTo(group + "-live"));
    }
}
