package dev.dateline.wire.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ninjs 1.x to the structures of 2.0 and 3.1, spelt as {@link Ninjs2} reads them: content in name-suffixed fields
 * becomes lists with roles, maps become lists with names, and scheme plus code becomes a uri with the code as literal.
 */
final class Ninjs1 {
    private static final Map<String, String> LISTS = Map.of(
            "person", "people",
            "organisation", "organisations",
            "place", "places",
            "subject", "subjects",
            "event", "events",
            "object", "objects",
            "infosource", "infoSources",
            "genre", "genres",
            "trustindicator", "trustIndicators");
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "text", "text/plain",
            "html", "text/html",
            "xhtml", "text/html",
            "html5", "text/html",
            "nitf", "text/vnd.IPTC.NITF");

    private Ninjs1() {}

    static void upgrade(ObjectNode document) {
        content(document, "headline", "headlines");
        content(document, "body", "bodies");
        content(document, "description", "descriptions");
        counts(document);
        named(document, "renditions", "name");
        named(document, "associations", "name");
        alternativeIds(document);
        concepts(document);
        Fields.rename(document, "$standard", "standard");
        Fields.rename(document, "byline", "by");
        switch (document.path("representationtype").asText()) {
            case "complete" -> document.put("representationtype", "full");
            case "incomplete" -> document.put("representationtype", "partial");
            default -> {}
        }
    }

    /** {@code body_text}, {@code body_xhtml}, … become entries whose role is the suffix; none means main. */
    private static void content(ObjectNode document, String stem, String list) {
        for (String name : namesWith(document, stem)) {
            Optional<ObjectNode> entry = document.path(name).isTextual()
                    ? Fields.list(document, list).map(all -> all.addObject())
                    : Optional.empty();
            entry.ifPresent(added -> {
                String role = name.equals(stem) ? "main" : name.substring(stem.length() + 1);
                added.put("role", role);
                if (!name.equals(stem) && CONTENT_TYPES.containsKey(role)) {
                    added.put("contentType", CONTENT_TYPES.get(role));
                }
                added.set("value", document.remove(name));
            });
        }
    }

    private static List<String> namesWith(ObjectNode document, String stem) {
        List<String> names = new ArrayList<>();
        document.fieldNames().forEachRemaining(name -> {
            if (name.equals(stem) || name.startsWith(stem + "_")) {
                names.add(name);
            }
        });
        return names;
    }

    /** The counts of 1.x speak of the article; they move only where it is plain which body they mean. */
    private static void counts(ObjectNode document) {
        List<ObjectNode> bodies = Fields.objects(document, "bodies");
        if (bodies.size() == 1) {
            for (String count : List.of("charcount", "wordcount")) {
                if (document.has(count)) {
                    bodies.get(0).set(count, document.remove(count));
                }
            }
        }
    }

    /** A map from names to objects becomes a list of objects that know their names. */
    private static void named(ObjectNode document, String field, String nameField) {
        if (!(document.get(field) instanceof ObjectNode map)
                || !map.valueStream().allMatch(JsonNode::isObject)) {
            return;
        }
        var list = document.putArray(field);
        map.properties().forEach(entry -> {
            ObjectNode item = list.addObject().put(nameField, entry.getKey());
            item.setAll((ObjectNode) entry.getValue());
            Fields.rename(item, "mimetype", "contentType");
        });
    }

    private static void alternativeIds(ObjectNode document) {
        if (!(document.get("altids") instanceof ObjectNode ids)
                || !ids.valueStream().allMatch(JsonNode::isTextual)) {
            return;
        }
        document.remove("altids");
        Fields.list(document, "altIds")
                .ifPresentOrElse(
                        list -> ids.properties()
                                .forEach(id -> list.addObject()
                                        .put("role", id.getKey())
                                        .set("value", id.getValue())),
                        () -> document.set("altids", ids));
    }

    private static void concepts(ObjectNode document) {
        LISTS.forEach((from, to) -> {
            if (!document.has(to)) {
                Fields.objects(document, from).forEach(concept -> identify(concept, from.equals("trustindicator")));
                Fields.rename(document, from, to);
            }
        });
        Fields.objects(document, "infoSources").forEach(source -> Fields.rename(source, "rel", "role"));
        Fields.objects(document, "places").forEach(Ninjs1::locate);
    }

    /** A trust indicator is identified by its role and keeps no literal. */
    private static void identify(ObjectNode concept, boolean byRole) {
        JsonNode code = concept.get("code");
        if (code == null || !code.isTextual()) {
            return;
        }
        if (concept.path("scheme").isTextual()) {
            String scheme = concept.remove("scheme").asText();
            String separator = scheme.isEmpty() || "/#:=".indexOf(scheme.charAt(scheme.length() - 1)) >= 0 ? "" : "/";
            concept.put(byRole ? "role" : "uri", scheme + separator + code.asText());
        }
        if (!byRole) {
            concept.set("literal", code);
        }
        concept.remove("code");
    }

    /** 1.x allows any number of geometries to a place, 3.1 has one, which may be a collection. */
    private static void locate(ObjectNode place) {
        List<String> names = namesWith(place, "geometry");
        names.removeIf(name -> !place.path(name).isObject());
        if (names.isEmpty() || place.has("geoJSON")) {
            return;
        }
        List<JsonNode> geometries = names.stream().map(place::remove).toList();
        if (geometries.size() == 1) {
            place.set("geoJSON", geometries.get(0));
        } else {
            place.putObject("geoJSON")
                    .put("type", "GeometryCollection")
                    .putArray("geometries")
                    .addAll(geometries);
        }
    }
}
