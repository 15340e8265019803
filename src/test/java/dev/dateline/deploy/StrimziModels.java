package dev.dateline.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Strimzi's models, read as class files: they are built for a newer Java than this build runs on. A field is known if its
 * model has a getter of that name; the value must fit the getter's type.
 */
final class StrimziModels {
    private static final String ROOT = "io.strimzi.api.kafka.model.";
    private static final Map<String, String> SPECS = Map.of(
            "Kafka", "kafka.KafkaSpec",
            "KafkaNodePool", "nodepool.KafkaNodePoolSpec",
            "KafkaTopic", "topic.KafkaTopicSpec",
            "KafkaUser", "user.KafkaUserSpec");
    private static final Set<String> NUMBERS =
            Set.of("int", "long", "java.lang.Integer", "java.lang.Long", "java.lang.Short");
    private static final Set<String> TRUTHS = Set.of("boolean", "java.lang.Boolean");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.strimzi.api.kafka.model");

    private StrimziModels() {}

    static boolean know(String kind) {
        return SPECS.containsKey(kind);
    }

    /** @throws IllegalArgumentException naming the first field that does not fit */
    static void check(JsonNode spec, String kind) {
        fit(spec, CLASSES.get(ROOT + SPECS.get(kind)), kind + ".spec");
    }

    private static void fit(JsonNode value, JavaType type, String at) {
        JavaClass raw = type.toErasure();
        if (type instanceof JavaParameterizedType generic && raw.isAssignableTo(List.class)) {
            require(value.isArray(), at, "must be a list");
            value.forEach(each -> fit(each, generic.getActualTypeArguments().get(0), at + "[]"));
        } else if (raw.isEnum()) {
            require(
                    raw.getEnumConstants().stream()
                            .anyMatch(name -> letters(name.name()).equals(letters(value.asText()))),
                    at,
                    "cannot be " + value);
        } else if (raw.getName().startsWith(ROOT)) {
            require(value.isObject(), at, "must be an object");
            JavaClass concrete = subtype(raw, value.path("type").asText());
            value.properties()
                    .forEach(field -> fit(
                            field.getValue(),
                            getter(concrete, field.getKey(), at).getReturnType(),
                            at + "." + field.getKey()));
        } else if (raw.getName().startsWith("io.fabric8.")) {
            Manifests.strict(value, raw.getName());
        } else if (NUMBERS.contains(raw.getName())) {
            require(value.isIntegralNumber(), at, "must be a whole number");
        } else if (TRUTHS.contains(raw.getName())) {
            require(value.isBoolean(), at, "must be true or false");
        } else if (raw.getName().equals("java.lang.String")) {
            require(value.isTextual(), at, "must be a string");
        }
    }

    private static JavaMethod getter(JavaClass model, String field, String at) {
        return model.getAllMethods().stream()
                .filter(method -> method.getRawParameterTypes().isEmpty()
                        && method.getName().matches("(get|is)[A-Z].*")
                        && !method.getName().equals("getAdditionalProperties"))
                .filter(method -> name(method).equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(at + " has no field " + field));
    }

    private static String name(JavaMethod getter) {
        String bare = getter.getName().replaceFirst("^(get|is)", "");
        return getter.tryGetAnnotationOfType(JsonProperty.class.getName())
                .flatMap(annotation -> annotation.get("value"))
                .map(String::valueOf)
                .filter(name -> !name.isEmpty())
                .orElse(bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1));
    }

    private static JavaClass subtype(JavaClass model, String type) {
        Optional<JavaClass> named = model.tryGetAnnotationOfType(JsonSubTypes.class.getName())
                .flatMap(annotation -> annotation.get("value"))
                .flatMap(types -> Arrays.stream((Object[]) types)
                        .map(each -> (JavaAnnotation<?>) each)
                        .filter(each -> each.get("name").orElse("").equals(type))
                        .map(each -> (JavaClass) each.get("value").orElseThrow())
                        .findFirst());
        require(
                named.isPresent()
                        || model.tryGetAnnotationOfType(JsonSubTypes.class.getName())
                                .isEmpty(),
                model.getSimpleName(),
                "has no type " + type);
        return named.map(found -> CLASSES.get(found.getName())).orElse(model);
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private static void require(boolean fits, String at, String problem) {
        if (!fits) {
            throw new IllegalArgumentException(at + " " + problem);
        }
    }
}
