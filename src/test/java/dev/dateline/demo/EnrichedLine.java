package dev.dateline.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What an enriched record shows of itself on one line. */
final class EnrichedLine {
    private static final int SHOWN = 4;

    private EnrichedLine() {}

    static String of(JsonNode enriched, String millis, Columns columns) {
        String status = enriched.path("pubStatus").asText("usable");
        if (!status.equals("usable")) {
            return columns.note("recalled", status + ": " + enriched.path("uri").asText());
        }
        return columns.line(
                enriched.path("infoSources").path(0).path("name").asText("-"),
                headline(enriched),
                enriched.path("detectedLanguage").path("tag").asText("und"),
                names(enriched.path("topics"), "label", "score"),
                names(enriched.path("entities"), "name", "salience"),
                millis);
    }

    private static String headline(JsonNode enriched) {
        String given = enriched.path("headlines").path(0).path("value").asText();
        return given.isBlank() ? enriched.path("text").asText() : given;
    }

    private static String names(JsonNode found, String name, String weight) {
        List<JsonNode> all = new ArrayList<>();
        found.forEach(all::add);
        all.sort(Comparator.comparingDouble((JsonNode one) -> -one.path(weight).asDouble()));
        return all.stream().limit(SHOWN).map(one -> one.path(name).asText()).collect(Collectors.joining(", "));
    }
}
