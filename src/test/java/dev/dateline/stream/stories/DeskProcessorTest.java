package dev.dateline.stream.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.story.Desk;
import dev.dateline.story.Settings;
import dev.dateline.story.StoryArticle;
import dev.dateline.stream.Tracing;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.StoriesEncoder;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What a task does with the state that it finds. */
class DeskProcessorTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final StoriesView view = new StoriesView("localhost:1", LanguageSpread.VOLUME);

    @Test
    void theDesksOfItsPartitionAreThereAgain() {
        opened(5, "de");

        assertThat(view.assignment("urn:a")).isPresent();
    }

    @Test
    void aDeskThatAnotherSpreadHasPutThereStopsTheStart() {
        assertThatThrownBy(() -> opened(1, "de"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("de on partition 1, dateline.stories.spread=VOLUME has not")
                .hasMessageContaining("hash");
    }

    private void opened(int partition, String language) {
        StoryArticle article = new StoryArticle(
                "urn:a",
                1,
                language,
                NOON,
                "Outlet",
                "Brücke offen",
                "Brücke offen\n\nDie Brücke ist offen.",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        Iterator<KeyValue<String, byte[]>> entries = new Desk(language, Settings.DEFAULT)
                .join(article, NOON).stored().stream()
                        .map(entry -> KeyValue.pair(language + ' ' + entry.key(), entry.value()))
                        .toList()
                        .iterator();
        KeyValueStore<String, byte[]> store = fake(KeyValueStore.class, "all", new Entries(entries));
        ProcessorContext<OutputKey, Outgoing> context =
                fake(ProcessorContext.class, "getStateStore", store, "taskId", new TaskId(1, partition));
        DeskProcessor.supplier(
                        Settings.DEFAULT,
                        new SmallRyeConfigBuilder()
                                .addDiscoveredConverters()
                                .withMapping(StoriesConfig.class)
                                .build()
                                .getConfigMapping(StoriesConfig.class),
                        new StoriesEncoder(URI.create("/dateline"), URI.create("/schemas/")),
                        view,
                        fake(StoriesObserver.class),
                        new Tracing(OpenTelemetry.noop()))
                .get()
                .init(context);
    }

    private record Entries(Iterator<KeyValue<String, byte[]>> all) implements KeyValueIterator<String, byte[]> {
        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public KeyValue<String, byte[]> next() {
            return all.next();
        }

        @Override
        public String peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** One that answers each of the named methods with the value after its name. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T fake(Class<?> type, Object... answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            int at = List.of(answers).indexOf(method.getName());
            return at < 0 ? null : answers[at + 1];
        });
    }
}
