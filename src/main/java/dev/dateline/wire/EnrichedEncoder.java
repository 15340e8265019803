package dev.dateline.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Topic;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From an enriched article to the records to publish: one on {@link Channel#ENRICHED}, one for each of its entities on
 * {@link Channel#ENTITIES}, one for each of its topics on {@link Channel#TOPICS}, one for each of its quotations on
 * {@link Channel#QUOTES}, as CloudEvents in binary mode. Equal input gives equal bytes, headers included: there is no
 * clock and no chance in here. Safe for all threads.
 */
public final class EnrichedEncoder {
    private static final String QUOTE = "quote";

    private final EventHeaders headers;

    /**
     * Makes an encoder.
     *
     * @param source the {@code ce_source} of every record
     * @param schemas where the JSON Schemas are served, ending in a slash: the base of every {@code ce_dataschema}.
     *     CloudEvents wants it absolute; a relative one works for consumers who know the service
     */
    public EnrichedEncoder(URI source, URI schemas) {
        this.headers = new EventHeaders(source, schemas);
    }

    /**
     * The records of an article, the enriched one first.
     *
     * @throws IllegalArgumentException if an annotation's details are not JSON-shaped
     */
    public List<Outgoing> encode(Decoded.Usable usable, Enrichment enrichment) {
        Article article = enrichment.article();
        String publishedAt = article.publishedAt().map(Object::toString).orElse("");
        List<Outgoing> records = new ArrayList<>(
                1 + enrichment.entities().size() + enrichment.topics().size());
        records.add(headers.record(
                EventHeaders.Type.ENRICHED,
                article.uri(),
                article.uri(),
                publishedAt,
                EnrichedRecord.of(usable.document(), enrichment)));
        Appearance appearance = new Appearance(enrichment);
        for (Entity entity : enrichment.entities()) {
            records.add(headers.record(
                    EventHeaders.Type.ENTITY, entity.id(), article.uri(), publishedAt, appearance.of(entity)));
        }
        for (Topic topic : enrichment.topics()) {
            records.add(headers.record(
                    EventHeaders.Type.TOPIC, topic.code(), article.uri(), publishedAt, appearance.of(topic)));
        }
        for (Annotation annotation : enrichment.annotations()) {
            if (annotation.kind().equals(QUOTE)) {
                records.add(headers.record(
                        EventHeaders.Type.QUOTE,
                        speaker(annotation).orElse(article.uri()),
                        article.uri(),
                        publishedAt,
                        appearance.of(annotation)));
            }
        }
        return records;
    }

    /** The entity that speaks, when the speaker is one. */
    private static Optional<String> speaker(Annotation quote) {
        return quote.details().get("speaker") instanceof Map<?, ?> speaker && speaker.get("entity") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    /**
     * The record that takes an article back: its status and the fields that identify it, without content or findings.
     * What earlier versions put on the channels of entities and topics stays there, since which they were takes memory
     * that this step does not have: their consumers follow {@code articles.enriched} for recalls.
     */
    public List<Outgoing> encode(Decoded.Recall recall) {
        ObjectNode document = recall.document();
        String publishedAt = PublicationDate.parse(
                        document.path("versionCreated").asText())
                .map(Object::toString)
                .orElse("");
        return List.of(headers.record(
                EventHeaders.Type.RECALLED, recall.uri(), recall.uri(), publishedAt, EnrichedRecord.of(recall)));
    }
}
