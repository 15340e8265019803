package dev.dateline.enrich.entities.knowledge;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The knowledge base of the jar: countries, cities, organisations, people in office. */
public final class ShippedKnowledge {
    /** On the class path. */
    public static final String RESOURCE = "models/knowledge/shipped.tsv.gz";

    private ShippedKnowledge() {}

    public static KnowledgeBase read() throws IOException {
        return readWith(Optional.empty());
    }

    /** The operator's entries before the shipped ones, so that theirs win where both know a name equally well. */
    public static KnowledgeBase readWith(Optional<Path> own) throws IOException {
        KnowledgeReader reader = new KnowledgeReader();
        if (own.isPresent()) {
            reader.add(own.get());
        }
        try (InputStream shipped = ShippedKnowledge.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (shipped == null) {
                throw new FileNotFoundException("no " + RESOURCE + " on the class path");
            }
            return reader.add(shipped, RESOURCE).read();
        }
    }
}
