package dev.dateline.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads manifests into the models of their kinds; a field or value that a model does not know is an error. */
final class Manifests {
    static final Path K8S = Path.of("k8s");
    static final Path DEPLOY = Path.of("deploy");

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("keda.sh/v1alpha1/ScaledObject", ScaledObject.class),
            Map.entry("kustomize.config.k8s.io/v1beta1/Kustomization", Kustomization.class),
            Map.entry("kustomize.config.k8s.io/v1alpha1/Component", Kustomization.class));

    /** A key that stands twice is an error as well: the first one would be lost without a word. */
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NoDrawerForTheRest())
            .build();

    private Manifests() {}

    static List<Path> files() {
        try (Stream<Path> k8s = Files.walk(K8S)) {
            return Stream.concat(k8s, Stream.of(DEPLOY.resolve("grafana/kustomization.yaml")))
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<JsonNode> documents(String yaml) {
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            return new ArrayList<>(YAML.<JsonNode>readValues(parser, YAML.constructType(JsonNode.class))
                    .readAll());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<JsonNode> documents(Path file) {
        return documents(read(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws IllegalArgumentException if the kind is not known or the document does not fit its model */
    static Object parse(JsonNode document) {
        String name = document.path("kind").asText();
        String kind = document.path("apiVersion").asText() + "/" + name;
        if (kind.equals("kafka.strimzi.io/v1/" + name) && StrimziModels.know(name)) {
            strict(document.path("metadata"), ObjectMeta.class.getName());
            StrimziModels.check(document.path("spec"), name);
            if (document.size() != 4) {
                throw new IllegalArgumentException(name + " has more than kind, version, metadata and spec");
            }
            return document;
        }
        Class<?> model = KINDS.get(kind);
        if (model == null) {
            throw new IllegalArgumentException("no model of " + kind);
        }
        return STRICT.convertValue(document, model);
    }

    static void strict(JsonNode value, String model) {
        try {
            STRICT.convertValue(value, Class.forName(model));
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("no model " + model, missing);
        }
    }

    /** All manifests of a Strimzi kind. */
    static List<JsonNode> strimzi(String kind) {
        return all(JsonNode.class).stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    /** All manifests of a kind, patches too. */
    static <T> List<T> all(Class<T> kind) {
        return files().stream()
                .flatMap(file -> documents(file).stream())
                .map(Manifests::parse)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static <T> T one(Path file, Class<T> kind) {
        return documents(file).stream()
                .map(Manifests::parse)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The models keep unknown fields in a map of their own; without it, they are unknown. */
    private static final class NoDrawerForTheRest extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    /** KEDA's own model is in no library; these are the fields of its version 2 that are used here. */
    record ScaledObject(
            @JsonProperty(required = true) String apiVersion,
            String kind,
            Map<String, Object> metadata,
            ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            Map<String, String> scaleTargetRef,
            int pollingInterval,
            int minReplicaCount,
            int maxReplicaCount,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Advanced(HpaConfig horizontalPodAutoscalerConfig) {}

    record HpaConfig(Behavior behavior) {}

    record Behavior(Scaling scaleUp, Scaling scaleDown) {}

    record Scaling(int stabilizationWindowSeconds, List<Policy> policies) {}

    record Policy(String type, int value, int periodSeconds) {}

    /** The numbers of a scaler's metadata are strings, and its field names are free: {@link KafkaScaler}. */
    record Trigger(String type, KafkaScaler metadata) {}

    record KafkaScaler(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            String activationLagThreshold,
            String offsetResetPolicy,
            String allowIdleConsumers,
            String limitToPartitionsWithLag,
            String excludePersistentLag) {}

    /** What is used of kustomize; {@code kubectl kustomize} reads the rest of its meaning. */
    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<Object> labels,
            List<String> resources,
            List<String> components,
            List<Object> images,
            List<Object> patches,
            List<Object> replicas,
            List<Object> replacements,
            List<Object> configMapGenerator,
            Object generatorOptions) {}
}
