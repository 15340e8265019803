package dev.dateline.stream.stories;

import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Recall;
import dev.dateline.story.Settings;
import dev.dateline.stream.Tracing;
import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.StoriesEncoder;
import dev.dateline.wire.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Feeds the desks of one partition, keeps what they remember, and publishes what they decide. */
final class DeskProcessor implements Processor<DeskKey, byte[], OutputKey, Outgoing> {
    /** What the desks remember, by language and the desk's own key. */
    static final String DESKS = "desks";

    /** When the article's enrichment was done, as its record says. */
    private static final String ENRICHED_AT = "ce_enrichedat";

    private final Settings settings;
    private final StoriesConfig config;
    private final StoriesEncoder encoder;
    private final StoriesView view;
    private final StoriesObserver observer;
    private final Tracing tracing;
    private final Map<String, LiveDesk> desks = new ConcurrentHashMap<>();
    private ProcessorContext<OutputKey, Outgoing> context;
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init")
    private DeskProcessor(
            Settings settings,
            StoriesConfig config,
            StoriesEncoder encoder,
            StoriesView view,
            StoriesObserver observer,
            Tracing tracing) {
        this.settings = settings;
        this.config = config;
        this.encoder = encoder;
        this.view = view;
        this.observer = observer;
        this.tracing = tracing;
    }

    static ProcessorSupplier<DeskKey, byte[], OutputKey, Outgoing> supplier(
            Settings settings,
            StoriesConfig config,
            StoriesEncoder encoder,
            StoriesView view,
            StoriesObserver observer,
            Tracing tracing) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<DeskKey, byte[], OutputKey, Outgoing> get() {
                return new DeskProcessor(settings, config, encoder, view, observer, tracing);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DESKS), Serdes.String(), Serdes.ByteArray()));
            }
        };
    }

    @Override
    public void init(ProcessorContext<OutputKey, Outgoing> context) {
        this.context = context;
        this.store = context.getStateStore(DESKS);
        restore(store.all());
        desks.keySet().forEach(language -> belongsHere(language, context.taskId()));
        view.opened(context.taskId(), desks.values());
    }

    private void restore(KeyValueIterator<String, byte[]> entries) {
        Set<LiveDesk> restored = new HashSet<>();
        try (entries) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                LiveDesk desk = desk(entry.key.substring(0, entry.key.indexOf(' ')));
                desk.restore(entry.value);
                restored.add(desk);
            }
        }
        restored.forEach(LiveDesk::restored);
    }

    /** A desk left behind by another spread would answer for stories that go on elsewhere. */
    private void belongsHere(String language, TaskId task) {
        if (config.spread().partition(language, config.partitions()) != task.partition()) {
            throw new IllegalStateException(
                    "the state has %s on partition %d, dateline.stories.spread=%s has not: set it"
                                    .formatted(language, task.partition(), config.spread())
                            + " as it was (hash, up to version 0.1), or begin anew with another dateline.stories.group");
        }
    }

    /** What failed in the middle may have left the desk in disorder; the store has it as it was before. */
    private void reopen(String language) {
        desks.remove(language);
        restore(store.range(language + ' ', language + '!'));
    }

    private LiveDesk desk(String language) {
        return desks.computeIfAbsent(language, tag -> new LiveDesk(tag, new Desk(tag, settings)));
    }

    @Override
    public void process(Record<DeskKey, byte[]> work) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        tracing.processing(at.topic(), at.partition(), at.offset(), work.headers(), () -> {
            Optional<Outcome> decided = decide(work);
            decided.ifPresent(outcome -> {
                keep(work.key().language(), outcome);
                publish(outcome, work);
            });
            return decided;
        });
    }

    /** Empty for what the desk cannot take. */
    private Optional<Outcome> decide(Record<DeskKey, byte[]> work) {
        String language = work.key().language();
        String uri = work.key().uri();
        Instant at = Instant.ofEpochMilli(work.timestamp());
        LiveDesk desk = desk(language);
        try {
            if (work.value() == null) {
                return Optional.of(desk.feed(each -> each.recall(uri, Recall.KILLED, at)));
            }
            EnrichedDecoder.Whole whole = EnrichedDecoder.whole(work.value(), at);
            return Optional.of(desk.feed(each -> whole.article()
                    .map(article -> each.join(article, at))
                    .orElseGet(() -> each.recall(uri, whole.head().recalled().orElse(Recall.KILLED), at))));
        } catch (UnreadableException unreadable) {
            observer.unreadable(uri, unreadable);
        } catch (RuntimeException failed) {
            observer.failed(uri, failed);
            reopen(language);
        }
        return Optional.empty();
    }

    private void keep(String language, Outcome outcome) {
        outcome.stored().forEach(entry -> store.put(language + ' ' + entry.key(), entry.value()));
        outcome.removed().forEach(key -> store.delete(language + ' ' + key));
    }

    private void publish(Outcome outcome, Record<DeskKey, byte[]> work) {
        encoder.encode(outcome, (outgoing, version) -> {
            byte[] published = Objects.requireNonNull(outgoing.key());
            Headers headers = new RecordHeaders();
            outgoing.headers().forEach(header -> headers.add(header.name(), header.value()));
            tracing.tell(headers);
            context.forward(new Record<>(new OutputKey(published, version), outgoing, work.timestamp(), headers));
        });
        outcome.changes().forEach(change -> observer.changed(work.key().language(), change.kind()));
        Header enrichedAt = work.headers().lastHeader(ENRICHED_AT);
        if (enrichedAt != null && !outcome.assignments().isEmpty()) {
            try {
                observer.assigned(Instant.parse(new String(enrichedAt.value(), StandardCharsets.US_ASCII)));
            } catch (DateTimeException senders) {
                // A header of somebody else's; only the meter misses it.
            }
        }
    }

    @Override
    public void close() {
        view.closed(context.taskId());
    }
}
