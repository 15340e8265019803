package dev.dateline.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Article;

/** What a record turned out to be. */
public sealed interface Decoded {
    /**
     * An article to enrich.
     *
     * @param document the article as ninjs 3.1, unknown fields and all: what the enriched record is built on
     */
    record Usable(Article article, ObjectNode document) implements Decoded {}

    /**
     * An article withheld, canceled or (by a tombstone) killed: downstream is told so, without text or findings.
     *
     * @param document ninjs 3.1 with at least {@code uri} and {@code pubStatus}
     */
    record Recall(String uri, ObjectNode document) implements Decoded {}

    /** Nothing to enrich, and no mistake either. */
    record Ignored(Reason reason) implements Decoded {
        /** Bounded, since it is a metric tag. */
        public enum Reason {
            /** A picture, a video, a graphic: a news item without text by its own account. */
            NOT_TEXT
        }
    }
}
