package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.stream.StreamConfig;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([^)]*)\\)");

    @Test
    void everyVariableSetsAPropertyThatTheCodeKnows() {
        Stream<String> maps = Manifests.all(ConfigMap.class).stream().flatMap(map -> map.getData().keySet().stream());
        Stream<String> pods =
                containers().flatMap(container -> container.getEnv().stream()).map(EnvVar::getName);
        Set<String> parts = containers().flatMap(ConfigKeysTest::references).collect(Collectors.toSet());

        assertThat(Stream.concat(maps, pods).filter(name -> !OF_THE_JVM.contains(name) && !parts.contains(name)))
                .hasSizeGreaterThan(12)
                .allMatch(Properties::known, "known to the code");
    }

    /** Kubernetes leaves a reference as it stands when its variable comes later or not at all. */
    @Test
    void aVariableThatAnotherIsMadeOfStandsBeforeIt() {
        assertThat(containers()).allSatisfy(container -> {
            Set<String> before = new HashSet<>();
            for (EnvVar variable : container.getEnv()) {
                assertThat(before).containsAll(references(variable).toList());
                before.add(variable.getName());
            }
        });
        assertThat(containers().flatMap(ConfigKeysTest::references)).isNotEmpty();
    }

    private static Stream<Container> containers() {
        return Stream.concat(
                        Manifests.all(Deployment.class).stream()
                                .map(role -> role.getSpec().getTemplate()),
                        Manifests.all(StatefulSet.class).stream()
                                .map(role -> role.getSpec().getTemplate()))
                .flatMap(pod -> pod.getSpec().getContainers().stream());
    }

    private static Stream<String> references(Container container) {
        return container.getEnv().stream().flatMap(ConfigKeysTest::references);
    }

    private static Stream<String> references(EnvVar variable) {
        return Optional.ofNullable(variable.getValue()).stream()
                .flatMap(value -> REFERENCE.matcher(value).results())
                .map(reference -> reference.group(1));
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
