package dev.dateline.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where a JSON Schema asks for more than an earlier one did, or promises less. */
final class Narrowing {
    /** Bounds from below may only fall, those from above only rise. */
    private static final Set<String> FROM_BELOW =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");

    private static final Set<String> FROM_ABOVE =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> AS_IT_WAS = Set.of("pattern", "const", "format", "$ref");
    private static final Set<String> WITH_PARTS = Set.of("properties", "$defs", "patternProperties");

    private final boolean output;
    private final List<String> found = new ArrayList<>();

    private Narrowing(boolean output) {
        this.output = output;
    }

    /**
     * What old records, or old readers, would stumble over.
     *
     * @param output whether we write such records: then what was always there must always be there
     */
    static List<String> between(JsonNode before, JsonNode now, boolean output) {
        Narrowing narrowing = new Narrowing(output);
        narrowing.compare("", before, now);
        return narrowing.found;
    }

    private void compare(String at, JsonNode before, JsonNode now) {
        if (!before.isObject()) {
            return;
        }
        words(at, "enum", before, now, true);
        words(at, "type", before, now, true);
        words(at, "required", before, now, false);
        for (Map.Entry<String, JsonNode> each : before.properties()) {
            keyword(at + "/" + each.getKey(), each.getKey(), each.getValue(), now.path(each.getKey()));
        }
        for (String keyword : bounds()) {
            if (now.has(keyword) && !before.has(keyword)) {
                found.add(at + "/" + keyword + " is new");
            }
        }
        if (now.path("additionalProperties").isBoolean()
                && !now.path("additionalProperties").asBoolean()
                && before.path("additionalProperties").asBoolean(true)) {
            found.add(at + " allows no further properties any more");
        }
    }

    private static Set<String> bounds() {
        Set<String> all = new TreeSet<>(FROM_BELOW);
        all.addAll(FROM_ABOVE);
        all.addAll(AS_IT_WAS);
        all.add("enum");
        return all;
    }

    private void keyword(String at, String keyword, JsonNode before, JsonNode now) {
        if (WITH_PARTS.contains(keyword)) {
            for (Map.Entry<String, JsonNode> part : before.properties()) {
                if (!now.has(part.getKey())) {
                    found.add(at + "/" + part.getKey() + " is gone");
                } else {
                    compare(at + "/" + part.getKey(), part.getValue(), now.get(part.getKey()));
                }
            }
        } else if (FROM_BELOW.contains(keyword) && now.isNumber() && now.asDouble() > before.asDouble()) {
            found.add(at + " has risen");
        } else if (FROM_ABOVE.contains(keyword) && now.isNumber() && now.asDouble() < before.asDouble()) {
            found.add(at + " has fallen");
        } else if (AS_IT_WAS.contains(keyword) && !now.isMissingNode() && !now.equals(before)) {
            found.add(at + " is another");
        } else if (before.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(at + "/" + i, before.get(i), now.get(i));
            }
        } else if (before.isObject() && now.isObject()) {
            compare(at, before, now);
        }
    }

    /** @param mayGrow whether more of them allow more; of required ones, more forbid more */
    private void words(String at, String keyword, JsonNode before, JsonNode now, boolean mayGrow) {
        Set<String> then = set(before.path(keyword));
        Set<String> today = set(now.path(keyword));
        if (mayGrow && !then.isEmpty() && !today.isEmpty() && !today.containsAll(then)) {
            found.add(at + "/" + keyword + " had " + then + ", has " + today);
        }
        if (!mayGrow && (!then.containsAll(today) || (output && !today.containsAll(then)))) {
            found.add(at + "/" + keyword + " had " + then + ", has " + today);
        }
    }

    private static Set<String> set(JsonNode words) {
        Set<String> set = new TreeSet<>();
        if (words.isArray()) {
            words.forEach(word -> set.add(word.toString()));
        } else if (!words.isMissingNode()) {
            set.add(words.toString());
        }
        return set;
    }
}
