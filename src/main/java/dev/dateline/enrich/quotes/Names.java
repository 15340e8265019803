package dev.dateline.enrich.quotes;

import dev.dateline.enrich.Annotation;

/** Entity mentions as the entity stage publishes them. */
final class Names {
    private Names() {}

    /** The id of the entity a mention is of, empty if it has none. */
    static String id(Annotation mention) {
        return mention.details().get("entity") instanceof String id ? id : "";
    }

    /** Whether a mention is of a person; the id does not tell, since it may be a link. */
    static boolean person(Annotation mention) {
        return "person".equals(mention.details().get("type"));
    }
}
