package dev.dateline.stream;

import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.RequiredStageException;
import dev.dateline.enrich.Topic;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Channel;
import dev.dateline.wire.DeadLetterCode;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.EnrichedEncoder;
import dev.dateline.wire.Header;
import dev.dateline.wire.Incoming;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.RejectedException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** One consumed record in, its fate out. Never throws for what stands in a record. Safe for many threads. */
public final class ArticleProcessor {
    /** The one place where processing time is told: the payload stays the same on every replay. */
    static final String ENRICHED_AT = "ce_enrichedat";

    private static final String MEDIA_TOPIC = "medtop:";

    private final ArticleDecoder decoder;
    private final Pipeline pipeline;
    private final EnrichedEncoder encoder;
    private final Map<Channel, String> topics;
    private final List<Route> routes;
    private final DeadLetters deadLetters;
    private final InstantSource clock;
    private final Tracing tracing;

    public ArticleProcessor(
            ArticleDecoder decoder,
            Pipeline pipeline,
            EnrichedEncoder encoder,
            Map<Channel, String> topics,
            List<Route> routes,
            String deadLetterTopic,
            InstantSource clock,
            Tracing tracing) {
        this.decoder = decoder;
        this.pipeline = pipeline;
        this.encoder = encoder;
        this.topics = Map.copyOf(topics);
        this.routes = List.copyOf(routes);
        this.deadLetters = new DeadLetters(deadLetterTopic);
        this.clock = clock;
        this.tracing = tracing;
    }

    /** @param skipped names of stages to leave out because of overload */
    Outcome process(ConsumerRecord<byte[], byte[]> input, Set<String> skipped) throws InterruptedException {
        return tracing.processing(input.topic(), input.partition(), input.offset(), input.headers(), () -> {
            Outcome outcome = outcome(input, skipped);
            Tracing.outcome(outcome);
            return outcome;
        });
    }

    private Outcome outcome(ConsumerRecord<byte[], byte[]> input, Set<String> skipped) throws InterruptedException {
        try {
            Decoded decoded = decoder.decode(incoming(input));
            if (decoded instanceof Decoded.Usable usable) {
                Enrichment enriched = pipeline.enrich(usable.article(), skipped);
                return new Outcome.Enriched(
                        publish(
                                encoder.encode(usable, enriched),
                                routes.stream()
                                        .filter(route -> route.takes(enriched))
                                        .toList()),
                        usable.article().publishedAt(),
                        usable.article().outlet(),
                        enriched.language().map(Language::tag).orElse(Language.UNDETERMINED),
                        enriched.topics().stream()
                                .filter(topic ->
                                        topic.level() == 0 && topic.code().startsWith(MEDIA_TOPIC))
                                .map(Topic::label)
                                .toList());
            }
            if (decoded instanceof Decoded.Recall recall) {
                // Which routes took the article before cannot be known here, so each is told.
                return new Outcome.Recalled(publish(encoder.encode(recall), routes));
            }
            return new Outcome.Ignored(((Decoded.Ignored) decoded).reason());
        } catch (RejectedException rejected) {
            return deadLetter(input, rejected.code(), rejected);
        } catch (RequiredStageException | RuntimeException | StackOverflowError failed) {
            return deadLetter(input, DeadLetterCode.ENRICHMENT_FAILED, failed);
        }
    }

    /**
     * The fate of a record whose outputs the broker refused.
     *
     * @param times 1: the enriched article was refused; 2: its dead letter too; 3: even the letter without a body
     */
    Outcome refused(ConsumerRecord<byte[], byte[]> input, Exception refusal, int times) {
        DeadLetterCode code = DeadLetterCode.OUTPUT_TOO_LARGE;
        return new Outcome.DeadLettered(
                code,
                switch (times) {
                    case 1 -> deadLetters.letter(input, code, refusal);
                    case 2 -> deadLetters.withoutBody(input, code, refusal);
                    default -> deadLetters.bare(input, code, refusal);
                });
    }

    private Outcome deadLetter(ConsumerRecord<byte[], byte[]> input, DeadLetterCode code, Throwable reason) {
        return new Outcome.DeadLettered(code, deadLetters.letter(input, code, reason));
    }

    private List<ProducerRecord<byte[], byte[]>> publish(List<Outgoing> encoded, List<Route> taken) {
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
        byte[] now = clock.instant().toString().getBytes(StandardCharsets.US_ASCII);
        for (Outgoing outgoing : encoded) {
            Headers headers = new RecordHeaders();
            outgoing.headers().forEach(header -> headers.add(header.name(), header.value()));
            headers.add(ENRICHED_AT, now);
            tracing.tell(headers);
            outputs.add(record(topics.get(outgoing.channel()), outgoing, headers));
            if (outgoing.channel() == Channel.ENRICHED) {
                taken.forEach(route -> outputs.add(record(route.topic(), outgoing, headers)));
            }
        }
        return outputs;
    }

    private static ProducerRecord<byte[], byte[]> record(@Nullable String topic, Outgoing outgoing, Headers headers) {
        return new ProducerRecord<>(topic, null, null, outgoing.key(), outgoing.value(), headers);
    }

    private static Incoming incoming(ConsumerRecord<byte[], byte[]> input) {
        return new Incoming(
                input.key(),
                input.value(),
                StreamSupport.stream(input.headers().spliterator(), false)
                        .map(header -> new Header(header.key(), header.value()))
                        .toList());
    }
}
