package dev.dateline.stream.stories;

import dev.dateline.wire.EnrichedDecoder;
import dev.dateline.wire.EnrichedDecoder.Head;
import dev.dateline.wire.UnreadableException;
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
 * Sends each article to the desk of its language, and a recall, which often names none, to the desk that has the article.
 * A version no newer than the last one goes no further. One in another language is taken from the old desk first.
 */
final class LanguageRouter implements Processor<byte[], byte[], DeskKey, byte[]> {
    /** The last version of each article within the window, by uri. */
    static final String VERSIONS = "versions";

    private final Duration window;
    private final StoriesObserver observer;
    private ProcessorContext<DeskKey, byte[]> context;
    private LastVersions versions;

    @SuppressWarnings("NullAway.Init")
    private LanguageRouter(Duration window, StoriesObserver observer) {
        this.window = window;
        this.observer = observer;
    }

    static ProcessorSupplier<byte[], byte[], DeskKey, byte[]> supplier(Duration window, StoriesObserver observer) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], DeskKey, byte[]> get() {
                return new LanguageRouter(window, observer);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(LastVersions.store(VERSIONS));
            }
        };
    }

    @Override
    public void init(ProcessorContext<DeskKey, byte[]> context) {
        this.context = context;
        this.versions = LastVersions.in(context, VERSIONS, window);
    }

    @Override
    public void process(Record<byte[], byte[]> article) {
        if (article.key() == null) {
            return;
        }
        String uri = new String(article.key(), StandardCharsets.UTF_8);
        SeenVersion last = versions.of(uri);
        if (article.value() == null) {
            recall(article, uri, last, Long.MIN_VALUE);
            return;
        }
        Head head;
        try {
            head = EnrichedDecoder.head(article.value());
        } catch (UnreadableException unreadable) {
            observer.unreadable(uri, unreadable);
            return;
        }
        long version = head.version().orElse(article.timestamp());
        if (head.recalled().isPresent()) {
            recall(article, uri, last, version);
        } else if (last != null && version <= last.version()) {
            observer.stale();
        } else {
            if (last != null && !last.language().equals(head.language())) {
                forward(article.withValue(null), last.language(), uri);
            }
            versions.put(uri, new SeenVersion(head.language(), version, article.timestamp()));
            forward(article, head.language(), uri);
        }
    }

    /** The version stays: what is older than the recall must not bring the article back. */
    private void recall(Record<byte[], byte[]> article, String uri, @Nullable SeenVersion last, long version) {
        if (last != null) {
            versions.put(uri, new SeenVersion(last.language(), Math.max(version, last.version()), article.timestamp()));
            forward(article, last.language(), uri);
        }
    }

    private void forward(Record<byte[], byte[]> article, String language, String uri) {
        context.forward(article.withKey(new DeskKey(language, uri)));
    }
}
