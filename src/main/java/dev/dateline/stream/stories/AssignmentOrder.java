package dev.dateline.stream.stories;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Publishes which story each article is in. An article whose language changes goes from one desk to another, and nothing
 * orders what the two write: what the old desk says of an earlier version, that the article has left it among this, can
 * come last. Here all that is said of an article meets, and what comes after a later version goes no further.
 */
final class AssignmentOrder implements Processor<OutputKey, byte[], OutputKey, byte[]> {
    /** The latest version of each article of which a desk has spoken, by uri. */
    static final String ASSIGNED = "assigned";

    private final Duration window;
    private ProcessorContext<OutputKey, byte[]> context;
    private LastVersions assigned;

    @SuppressWarnings("NullAway.Init")
    private AssignmentOrder(Duration window) {
        this.window = window;
    }

    static ProcessorSupplier<OutputKey, byte[], OutputKey, byte[]> supplier(Duration window) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<OutputKey, byte[], OutputKey, byte[]> get() {
                return new AssignmentOrder(window);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(LastVersions.store(ASSIGNED));
            }
        };
    }

    @Override
    public void init(ProcessorContext<OutputKey, byte[]> context) {
        this.context = context;
        this.assigned = LastVersions.in(context, ASSIGNED, window);
    }

    @Override
    public void process(Record<OutputKey, byte[]> assignment) {
        String uri = new String(assignment.key().published(), StandardCharsets.UTF_8);
        long version = assignment.key().version();
        @Nullable SeenVersion last = assigned.of(uri);
        if (last != null && version < last.version()) {
            return;
        }
        if (last == null || version > last.version()) {
            // Which desk it was is of no interest.
            assigned.put(uri, new SeenVersion("", version, assignment.timestamp()));
        }
        context.forward(assignment);
    }
}
