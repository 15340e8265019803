package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the schemas that others publish; theirs, so they are not kept here. {@code dateline.schemas} names a folder with
 * {@code dashboard.jsonschema.json} and its like from the folder {@code jsonschema} of grafana/grafana-foundation-sdk,
 * {@code compose-spec.json} from the folder {@code schema} of compose-spec/compose-spec, and
 * {@code keda.sh_scaledobjects.yaml} from the folder {@code config/crd/bases} of kedacore/keda.
 */
@EnabledIfSystemProperty(named = "dateline.schemas", matches = ".+")
class SchemasOfOthersTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("dev.dateline.deploy.DashboardsTest#files")
    void dashboardsFitGrafanasSchema(String file) throws IOException {
        fits("dashboard.jsonschema.json", "Dashboard", PromQl.dashboard(file));
    }

    /** The dashboard's own schema leaves open what a kind of panel has. */
    @ParameterizedTest
    @MethodSource("dev.dateline.deploy.DashboardsTest#files")
    void panelsFitTheSchemaOfTheirKind(String file) throws IOException {
        for (JsonNode panel : PromQl.dashboard(file).get("panels")) {
            String kind = panel.get("type").asText();
            if (!kind.equals("row")) {
                fits(kind + ".jsonschema.json", "Options", panel.get("options"));
                for (JsonNode target : panel.get("targets")) {
                    fits("prometheus.jsonschema.json", "Dataquery", target);
                }
            }
            if (kind.equals("timeseries")) {
                fits("timeseries.jsonschema.json", "FieldConfig", panel.at("/fieldConfig/defaults/custom"));
            }
        }
    }

    @Test
    void theComposeFileFitsTheComposeSpecification() throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(file("compose-spec.json").toFile());
        // Neither its own address nor that of draft 7 is one that a validator takes.
        schema.remove(List.of("$id", "$schema"));

        assertThat(SCHEMAS.getSchema(schema)
                        .validate(Manifests.documents(Manifests.DEPLOY.resolve("compose/compose.yaml"))
                                .get(0)))
                .isEmpty();
    }

    @Test
    void theScaledObjectFitsKedasOwnDefinition() {
        JsonNode schema = Manifests.documents(file("keda.sh_scaledobjects.yaml"))
                .get(0)
                .at("/spec/versions/0/schema/openAPIV3Schema");
        closed(schema);
        ((ObjectNode) schema.get("properties")).putObject("metadata").put("type", "object");
        JsonNode scaled = Manifests.documents(Path.of("k8s/components/keda/scaledobject.yaml"))
                .get(0);

        assertThat(SCHEMAS.getSchema(schema).validate(scaled)).isEmpty();
        ((ObjectNode) scaled.get("spec")).put("minReplicas", 1);
        assertThat(SCHEMAS.getSchema(schema).validate(scaled)).hasSize(1);
    }

    private static void fits(String schema, String definition, JsonNode value) throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(file(schema).toFile());
        whole.put("$ref", "#/definitions/" + definition);

        assertThat(SCHEMAS.getSchema(whole).validate(value))
                .as("%s of %s", definition, schema)
                .isEmpty();
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("dateline.schemas"), name);
    }

    /** A definition says which fields there are; an API server drops all others, and so should we. */
    private static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.has("x-kubernetes-preserve-unknown-fields")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(SchemasOfOthersTest::closed);
    }
}
