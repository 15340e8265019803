package dev.dateline.stream.stories;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The last version of each article by uri, until a window has passed since it came. */
final class LastVersions {
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final KeyValueStore<String, SeenVersion> store;
    private final long window;

    private LastVersions(KeyValueStore<String, SeenVersion> store, Duration window) {
        this.store = store;
        this.window = window.toMillis();
    }

    static StoreBuilder<KeyValueStore<String, SeenVersion>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), SeenVersion.SERDE);
    }

    /** Over the store of that name, which is swept from now on. */
    static LastVersions in(ProcessingContext context, String name, Duration window) {
        LastVersions versions = new LastVersions(context.getStateStore(name), window);
        context.schedule(SWEEP_EVERY, PunctuationType.STREAM_TIME, versions::sweep);
        return versions;
    }

    @Nullable
    SeenVersion of(String uri) {
        return store.get(uri);
    }

    void put(String uri, SeenVersion last) {
        store.put(uri, last);
    }

    private void sweep(long streamTime) {
        try (KeyValueIterator<String, SeenVersion> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, SeenVersion> each = all.next();
                if (each.value.seenAt() < streamTime - window) {
                    store.delete(each.key);
                }
            }
        }
    }
}
