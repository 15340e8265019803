package dev.dateline.stream;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Traces across Kafka: a span for each record, a child of what its headers tell, told to the next by the headers of what is
 * written. Names and attributes as in OpenTelemetry's semantic conventions for messaging. Does nothing where tracing is
 * off.
 */
public final class Tracing {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<Long> COUNT = AttributeKey.longKey("messaging.batch.message_count");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("dateline.outcome");

    private static final TextMapGetter<Headers> READ = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> keys = new ArrayList<>();
            headers.forEach(header -> keys.add(header.key()));
            return keys;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    };

    private static final TextMapSetter<Headers> WRITE = (headers, key, value) -> {
        if (headers != null) {
            headers.remove(key);
            headers.add(key, value.getBytes(StandardCharsets.UTF_8));
        }
    };

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    public Tracing(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.dateline");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /** For where nobody traces. */
    public static Tracing off() {
        return new Tracing(OpenTelemetry.noop());
    }

    /** What is done for one record. */
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /** Does the work on a record in a span of its own. */
    @SuppressWarnings("try")
    public <T, E extends Exception> T processing(
            String topic, int partition, long offset, Headers headers, Work<T, E> work) throws E {
        Span span = builder("process", topic, SpanKind.CONSUMER)
                .setParent(propagator.extract(Context.root(), headers, READ))
                .setAttribute(PARTITION, Integer.toString(partition))
                .setAttribute(OFFSET, offset)
                .startSpan();
        try (Scope current = span.makeCurrent()) {
            return work.done();
        } finally {
            span.end();
        }
    }

    /** Notes on the current span what became of its record. */
    static void outcome(Outcome outcome) {
        Span.current().setAttribute(OUTCOME, outcome.fate());
    }

    /** Begins the span of a transaction, linked to the spans of the records whose outputs it carries; end it. */
    Span committing(Lane lane, List<Outcome> outcomes) {
        SpanBuilder builder =
                builder("commit", lane.topic(), SpanKind.PRODUCER).setAttribute(COUNT, (long) outcomes.size());
        for (Outcome outcome : outcomes) {
            if (!outcome.outputs().isEmpty()) {
                SpanContext each = Span.fromContext(propagator.extract(
                                Context.root(), outcome.outputs().get(0).headers(), READ))
                        .getSpanContext();
                if (each.isValid()) {
                    builder.addLink(each);
                }
            }
        }
        return builder.setNoParent().startSpan();
    }

    /** Lets whoever reads a record with these headers continue the current trace. */
    public void tell(Headers headers) {
        propagator.inject(Context.current(), headers, WRITE);
    }

    private SpanBuilder builder(String operation, String topic, SpanKind kind) {
        return tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation.equals("commit") ? "settle" : operation)
                .setAttribute(OPERATION_NAME, operation)
                .setAttribute(DESTINATION, topic);
    }
}
