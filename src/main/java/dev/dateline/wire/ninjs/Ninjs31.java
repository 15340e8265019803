package dev.dateline.wire.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The target of every upgrade: ninjs 3.1, the IPTC's "News in JSON". A document is not asked for its version: its field
 * names tell, since each line spells its own, and real feeds mix them. What no step knows passes through unchanged, and
 * where a field is there under its old and its new name, the new one counts and the old one stays as it is.
 */
public final class Ninjs31 {
    public static final String NAME = "ninjs";
    public static final String VERSION = "3.1";
    public static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

    private Ninjs31() {}

    /** Turns the document, in place, into ninjs 3.1. */
    public static void upgrade(ObjectNode document) {
        MinimalForm.upgrade(document);
        Ninjs1.upgrade(document);
        Ninjs2.upgrade(document);
        // Associated items are whole documents of the same line; the parser's nesting limit bounds the recursion.
        if (document.get("associations") instanceof ArrayNode associations) {
            for (JsonNode association : associations) {
                if (association instanceof ObjectNode item) {
                    upgrade(item);
                }
            }
        }
    }
}
