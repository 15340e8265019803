package dev.dateline.wire.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few moves that upgrades are made of. None of them overwrites a field that is there. */
final class Fields {
    private Fields() {}

    static void rename(ObjectNode node, Map<String, String> names) {
        names.forEach((from, to) -> rename(node, from, to));
    }

    static void rename(ObjectNode node, String from, String to) {
        if (node.has(from) && !node.has(to)) {
            node.set(to, node.remove(from));
        }
    }

    /** The list of this name, begun if absent; empty when something else bears the name. */
    static Optional<ArrayNode> list(ObjectNode node, String name) {
        JsonNode present = node.get(name);
        if (present == null) {
            return Optional.of(node.putArray(name));
        }
        return present instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    }

    /** The objects in the list of this name. */
    static List<ObjectNode> objects(ObjectNode node, String name) {
        return node.get(name) instanceof ArrayNode list
                ? list.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .toList()
                : List.of();
    }
}
