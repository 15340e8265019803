package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.ops.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFileTest {
    private static final String HEADER = "id\ttype\tname\n";
    private static final Duration EVERY = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void takesUpAChangedFile() throws IOException {
        Path file = write(HEADER + "https://example.org/1\tperson\tHugo Stein\n");
        KnowledgeFile knowledge = new KnowledgeFile(Optional.of(file), EVERY, registry);
        String first = knowledge.get().version();
        assertThat(knowledge.get().find("hugo stein", "en")).hasSize(1);

        write(HEADER + "https://example.org/2\tperson\tElena Marsh\n");

        await().untilAsserted(() ->
                assertThat(knowledge.get().find("elena marsh", "en")).hasSize(1));
        assertThat(knowledge.get().find("hugo stein", "en")).isEmpty();
        assertThat(knowledge.get().version()).isNotEqualTo(first);
        assertThat(reloads("ok")).isEqualTo(1);
        knowledge.stop();
    }

    @Test
    void keepsTheLastGoodOneAndSaysSo() throws IOException {
        Path file = write(HEADER + "https://example.org/1\tperson\tHugo Stein\n");
        KnowledgeFile knowledge = new KnowledgeFile(Optional.of(file), EVERY, registry);

        write(HEADER + "https://example.org/1\tghost\tHugo Stein\n");

        await().untilAsserted(() -> assertThat(reloads("failed")).isEqualTo(1));
        assertThat(knowledge.get().find("hugo stein", "en")).hasSize(1);

        Files.delete(file);
        await().untilAsserted(() -> assertThat(reloads("failed")).isEqualTo(2));
        assertThat(knowledge.get().find("hugo stein", "en")).hasSize(1);
        knowledge.stop();
    }

    @Test
    void refusesABadFileAtStart() throws IOException {
        Path file = write("name\nHugo\n");
        assertThatThrownBy(() -> new KnowledgeFile(Optional.of(file), EVERY, registry))
                .hasMessageContaining("dateline.enrich.knowledge-base")
                .hasStackTraceContaining("line 1: the first line names no column id");
    }

    @Test
    void holdsTheShippedOneWithoutAFile() {
        KnowledgeFile knowledge = new KnowledgeFile(Optional.empty(), EVERY, registry);
        assertThat(knowledge.get().find("iran", "en")).isNotEmpty();
        assertThat(registry.get(Meters.KNOWLEDGE_ENTRIES.id()).gauge().value()).isGreaterThan(50_000);
        knowledge.stop();
    }

    private double reloads(String result) {
        return registry.get(Meters.KNOWLEDGE_RELOADS.id())
                .tag("result", result)
                .counter()
                .count();
    }

    /** Renamed into place, as the README says. */
    private Path write(String text) throws IOException {
        Path aside = Files.writeString(folder.resolve("aside"), text);
        return Files.move(aside, folder.resolve("own.tsv"), StandardCopyOption.REPLACE_EXISTING);
    }
}
