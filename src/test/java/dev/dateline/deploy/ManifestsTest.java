package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    static List<Path> files() {
        return Manifests.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDocumentFitsTheModelOfItsKind(Path file) {
        List<JsonNode> documents = Manifests.documents(file);

        assertThat(documents)
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThatCode(() -> Manifests.parse(document)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base/enrich.yaml",
                "base/network.yaml",
                "components/strimzi/users.yaml",
                "components/monitoring/rules.yaml",
                "components/keda/scaledobject.yaml",
                "overlays/dev/kafka.yaml"
            })
    void aFieldThatTheModelDoesNotKnowIsRefused(String file) {
        ObjectNode document =
                (ObjectNode) Manifests.documents(Manifests.K8S.resolve(file)).get(0);
        ((ObjectNode) document.get("spec")).put("surplus", 1);

        assertThatThrownBy(() -> Manifests.parse(document)).hasMessageContaining("surplus");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileThatAKustomizationNamesIsThere(Path file) {
        for (JsonNode document : Manifests.documents(file)) {
            for (String list : List.of("resources", "components")) {
                document.path(list)
                        .forEach(name -> assertThat(file.resolveSibling(name.asText()))
                                .as("%s of %s", list, file)
                                .exists());
            }
        }
    }

    @Test
    void everyManifestIsNamedByAKustomization() {
        assertThat(files().stream()
                        .filter(file -> !file.endsWith("kustomization.yaml"))
                        .filter(file -> !Manifests.read(file.resolveSibling("kustomization.yaml"))
                                .contains(String.valueOf(file.getFileName()))))
                .isEmpty();
        assertThat(Files.exists(Manifests.K8S.resolve("README.md"))).isTrue();
    }
}
