package dev.dateline.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The risk: a library whose licence ours does not go with. As the bill of materials tells, which the build writes before. */
class LicencesIT {
    /** Each stands beside one of ours without asking anything of it. Of several, one is enough. */
    private static final String FRIENDLY =
            "(?i).*(Apache|MIT|BSD|EPL|Eclipse|EDL|CC0|Public.Domain|Unlicense|MPL|UPL|ISC|Bouncy|Go License|Universal Permissive|CDDL).*";

    @Test
    void everyLibraryThatIsShippedHasALicenceThatOursGoesWith() throws IOException {
        Path sbom = Path.of("target/sbom.json");
        assumeThat(sbom)
                .as("the bill of materials, which Maven makes only online")
                .exists();
        JsonNode components = new ObjectMapper().readTree(sbom.toFile()).path("components");
        TreeSet<String> others = new TreeSet<>();
        for (JsonNode component : components) {
            List<String> licences = new ArrayList<>();
            component.path("licenses").forEach(each -> {
                licences.add(each.path("expression").asText());
                licences.add(each.path("license").path("id").asText());
                licences.add(each.path("license").path("name").asText());
            });
            licences.removeIf(String::isEmpty);
            if (licences.stream().noneMatch(licence -> licence.matches(FRIENDLY))) {
                others.add(component.path("group").asText() + ":"
                        + component.path("name").asText() + " " + licences);
            }
        }

        assertThat(components).hasSizeGreaterThan(100);
        assertThat(others).isEmpty();
    }
}
