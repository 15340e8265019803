package dev.dateline.enrich.entities.knowledge;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The knowledge base of the jar: countries, cities, organisations, people in office. */
public final class ShippedKnowledge {
    /** On the class path. */
    public static final String RESOURCE = "models/knowledge/shipped.tsv.gz";

    private ShippedKnowledge() {}

    public static KnowledgeBase read() throws IOException {
        return readAfter(new KnowledgeReader());
    }

    /** Behind what the reader has read: the operator's entries win where both know a name equally well. */
    public static KnowledgeBase readAfter(KnowledgeReader reader) throws IOException {
        try (InputStream shipped = ShippedKnowledge.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (shipped == null) {
                throw new FileNotFoundException("no " + RESOURCE + " on the class path");
            }
            return reader.add(shipped, RESOURCE).read();
        }
    }
}
