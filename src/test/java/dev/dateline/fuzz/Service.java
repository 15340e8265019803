package dev.dateline.fuzz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.ShippedKnowledge;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.enrich.quotes.QuotesEnricher;
import dev.dateline.enrich.quotes.ShippedAttributions;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.story.Desk;
import dev.dateline.story.Settings;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.EnrichedEncoder;
import dev.dateline.wire.Header;
import dev.dateline.wire.Incoming;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.RejectedException;
import dev.dateline.wire.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service's own parts with the shipped models, as they are put together in production, without Kafka. */
public record Service(
        ArticleDecoder decoder,
        EnrichedEncoder encoder,
        Enricher language,
        Enricher sentences,
        Enricher entities,
        Enricher amounts,
        Enricher dates,
        Enricher quotes,
        Enricher topics,
        Desk desk,
        Map<String, JsonSchema> schemas) {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer than any that the short attacks make. */
    private static final int MOST_BYTES = 4 << 20;

    public static Service withShippedModels() {
        try {
            KnowledgeBase knowledge = ShippedKnowledge.read();
            return new Service(
                    new ArticleDecoder(MOST_BYTES),
                    new EnrichedEncoder(URI.create("/dateline/fuzz"), URI.create("https://news.example/schemas/")),
                    new LanguageEnricher(),
                    new SentencesEnricher(),
                    new EntitiesEnricher(ShippedModel.read(), () -> knowledge),
                    new AmountsEnricher(),
                    new DatesEnricher(),
                    new QuotesEnricher(ShippedAttributions.read()),
                    new TopicEnricher(Encoder.open(48), TopicEnricher.shipped(), true),
                    new Desk("en", new Settings(Duration.ofHours(6), 0.4, 0.5, 20)),
                    new HashMap<>());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** NullAway does not see in a class file that an array may be null. */
    @SuppressWarnings("NullAway")
    public static Incoming record(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        return new Incoming(key, value, headers);
    }

    /** An article as its bytes. */
    public static Incoming record(byte[] value) {
        return record(null, value, List.of());
    }

    List<Enricher> stages() {
        return List.of(language, sentences, entities, amounts, dates, quotes, topics);
    }

    /** None where the record is refused, or ignored. */
    public List<Outgoing> records(Incoming incoming) {
        try {
            Decoded decoded = decoder.decode(incoming);
            if (!(decoded instanceof Decoded.Usable usable)) {
                return encoded(decoded);
            }
            Enrichment read = Enrichment.of(usable.article());
            for (Enricher stage : stages()) {
                read = read.with(stage.stage(), stage.enrich(read));
            }
            for (Annotation each : read.annotations()) {
                assertThat(each.holdsIn(usable.article().text())).as("%s", each).isTrue();
            }
            return encoder.encode(usable, read);
        } catch (RejectedException expected) {
            return List.of();
        }
    }

    List<Outgoing> encoded(Decoded decoded) {
        return encoded(encoder, decoded);
    }

    /** Without any enrichment. */
    static List<Outgoing> encoded(EnrichedEncoder encoder, Decoded decoded) {
        if (decoded instanceof Decoded.Usable usable) {
            return encoder.encode(usable, Enrichment.of(usable.article()));
        }
        return decoded instanceof Decoded.Recall recall ? encoder.encode(recall) : List.of();
    }

    /** The record is JSON in UTF-8 that its schema allows, and its spans are what they say. */
    void conforms(Outgoing record) {
        Attack.utf8(requireNonNull(record.value()));
        JsonNode json;
        try {
            json = JSON.readTree(record.value());
        } catch (IOException malformed) {
            throw new AssertionError("what is written is no JSON", malformed);
        }
        assertThat(schema(record).validate(json)).isEmpty();
        int[] text = json.path("text").asText().codePoints().toArray();
        if (json.has("text")) {
            for (JsonNode each : json.path("annotations")) {
                int start = each.path("start").asInt();
                assertThat(new String(text, start, each.path("end").asInt() - start))
                        .isEqualTo(each.path("exact").asText());
            }
        }
    }

    private JsonSchema schema(Outgoing record) {
        return schemas.computeIfAbsent(
                schemaOf(record),
                name -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(SchemaLocation.of("classpath:META-INF/resources/schemas/" + name + ".schema.json")));
    }

    /** Name of the schema that the record says it has. */
    public static String schemaOf(Outgoing record) {
        return record.headers().stream()
                .filter(header -> header.name().equals("ce_dataschema") && header.value() != null)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .map(address -> address.substring(address.lastIndexOf('/') + 1).replace(".schema.json", ""))
                .findFirst()
                .orElseThrow();
    }

    void toTheStories(Outgoing enriched) {
        try {
            byte[] value = requireNonNull(enriched.value());
            EnrichedDecoder.Head head = EnrichedDecoder.head(value);
            if (head.recalled().isEmpty()) {
                desk.join(EnrichedDecoder.whole(value, NOON).article().orElseThrow(), NOON);
            }
        } catch (UnreadableException ours) {
            throw new AssertionError("the stories cannot read what the enrichment wrote", ours);
        }
    }
}
