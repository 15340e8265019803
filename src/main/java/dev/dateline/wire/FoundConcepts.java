package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Topic;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adds what was found to the {@code people, organisations, places} and {@code subjects} of ninjs, for consumers who
 * read only ninjs. The sender's own entries stay first and as they are; one with the same uri or name is not repeated.
 * Ours are told apart by {@code rel}, which starts with {@code dateline:}, and subjects by {@code creator} too, the only
 * list for which 3.1 has that field.
 */
final class FoundConcepts {
    private static final Map<String, String> LISTS =
            Map.of("person", "people", "organisation", "organisations", "location", "places", "place", "places");
    private static final String MEDIA_TOPIC = "medtop:";
    private static final String MEDIA_TOPIC_URI = "http://cv.iptc.org/newscodes/mediatopic/";

    private FoundConcepts() {}

    static void add(ObjectNode record, Enrichment enrichment) {
        Map<String, List<ObjectNode>> found = new LinkedHashMap<>();
        for (Entity entity : enrichment.entities()) {
            String list = LISTS.get(entity.type());
            if (list != null) {
                found.computeIfAbsent(list, absent -> new ArrayList<>()).add(concept(entity));
            }
        }
        for (Topic topic : enrichment.topics()) {
            found.computeIfAbsent("subjects", absent -> new ArrayList<>()).add(concept(topic));
        }
        found.forEach((list, concepts) -> append(record, list, concepts));
    }

    /** The sender's list is copied, not written to: the document may be encoded again. */
    private static void append(ObjectNode record, String name, List<ObjectNode> concepts) {
        JsonNode senders = record.get(name);
        if (senders != null && !senders.isArray()) {
            return;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Set<String> known = new HashSet<>();
        if (senders != null) {
            for (JsonNode concept : senders) {
                all.add(concept);
                known.add(fold(concept.path("uri")));
                known.add(fold(concept.path("name")));
            }
            known.remove("");
        }
        for (ObjectNode concept : concepts) {
            if (!known.contains(fold(concept.path("name"))) && !known.contains(fold(concept.path("uri")))) {
                all.add(concept);
            }
        }
        if (!all.isEmpty()) {
            record.set(name, all);
        }
    }

    private static String fold(JsonNode name) {
        return name.isMissingNode() ? "" : name.asText().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode concept(Entity entity) {
        return identified(entity.name(), "dateline:mentions", entity.id());
    }

    private static ObjectNode concept(Topic topic) {
        String id = topic.code().startsWith(MEDIA_TOPIC)
                ? MEDIA_TOPIC_URI + topic.code().substring(MEDIA_TOPIC.length())
                : topic.code();
        return identified(topic.localLabel().orElse(topic.label()), "dateline:about", id)
                .put("creator", "dateline")
                .put("confidence", (int) Math.round(topic.score() * 100));
    }

    private static ObjectNode identified(String name, String rel, String id) {
        ObjectNode concept =
                JsonNodeFactory.instance.objectNode().put("name", name).put("rel", rel);
        return concept.put(isUri(id) ? "uri" : "literal", id);
    }

    private static boolean isUri(String id) {
        try {
            return new URI(id).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
