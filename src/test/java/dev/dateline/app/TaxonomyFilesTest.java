package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.enrich.Topic;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.enrich.topics.TopicModel;
import dev.dateline.ops.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyFilesTest {
    private static final String HEADER = "code\tlabel\tparent\ttext\n";
    private static final String TRAMS = HEADER
            + "city\tCity\t\t\n"
            + "trams\tTrams\tcity\tThe tram line to the harbour will open in May; trams run every six minutes.\n"
            + "trams\t\t\tTwo trams collided at the depot and the tram line was closed until evening.\n";
    private static final String BREAD =
            HEADER + "bread\tBread\t\tThe baker sells forty kinds of bread, from rye loaves to white rolls.\n";
    private static final String ABOUT_TRAMS =
            "New trams for the old line. The city has ordered thirty trams for the line"
                    + " between the station and the harbour; the first tram is to run next spring.";
    private static final String ABOUT_BREAD =
            "The bakery on the corner won a prize for its rye bread. Its bakers make loaves and rolls by hand.";
    private static final Duration EVERY = Duration.ofMillis(20);

    private static Encoder encoder;
    private static TopicModel model;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TaxonomyFiles taxonomies = new TaxonomyFiles(Map.of(), EVERY, registry);

    @BeforeAll
    static void load() {
        encoder = Encoder.open(Encoder.DEFAULT_TOKENS);
        model = TopicEnricher.shipped();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @AfterEach
    void stop() {
        taxonomies.stop();
    }

    @Test
    void findsTopicsOfTheOperatorsOwnAndTheOnesAbove() throws IOException {
        mount(write(TRAMS));

        List<Topic> found = own(ABOUT_TRAMS);

        assertThat(found).extracting(Topic::code).containsExactly("desk:city", "desk:trams");
        assertThat(found).extracting(Topic::level).containsExactly(0, 1);
        assertThat(found).extracting(Topic::top).containsOnly("desk:city");
        assertThat(found).extracting(Topic::scheme).containsOnly("desk");
        assertThat(found).extracting(topic -> topic.by().model()).containsOnly("desk+" + encoder.name());
        assertThat(own(ABOUT_BREAD)).isEmpty();
    }

    @Test
    void takesUpAChangedFile() throws IOException {
        mount(write(TRAMS));
        String version = taxonomies.get().get(0).stage().version();

        write(BREAD);

        await().untilAsserted(() ->
                assertThat(own(ABOUT_BREAD)).extracting(Topic::code).containsExactly("desk:bread"));
        assertThat(own(ABOUT_TRAMS)).isEmpty();
        assertThat(taxonomies.get().get(0).stage().version()).isNotEqualTo(version);
        assertThat(reloads("ok")).isEqualTo(1);
        assertThat(registry.get(Meters.TAXONOMY_CODES.id()).gauge().value()).isEqualTo(1);
    }

    @Test
    void keepsTheLastGoodOneAndSaysSo() throws IOException {
        Path file = write(TRAMS);
        mount(file);

        write(HEADER + "trams\tTrams\tnowhere\tTrams.\n");
        await().untilAsserted(() -> assertThat(reloads("failed")).isEqualTo(1));
        assertThat(own(ABOUT_TRAMS)).hasSize(2);

        Files.delete(file);
        await().untilAsserted(() -> assertThat(reloads("failed")).isEqualTo(2));
        assertThat(own(ABOUT_TRAMS)).hasSize(2);
    }

    @Test
    void refusesABadFileAtStartAndSaysWhere() throws IOException {
        assertThatThrownBy(() -> mount(write(HEADER + "two words\tTwo\t\t\n")))
                .hasMessageContaining("dateline.enrich.taxonomies.desk")
                .hasMessageContaining("line 2: a code is");
        assertThatThrownBy(() -> mount(write("code\ttext\n"))).hasMessageContaining("names no column label");
        assertThatThrownBy(() -> mount(write(HEADER + "a\tA\tb\t\nb\tB\ta\t\n")))
                .hasMessageContaining("under itself");
        Path file = write(TRAMS);
        assertThatThrownBy(() -> new TaxonomyFiles(Map.of("medtop", file), EVERY, registry).open(encoder, model))
                .hasMessageContaining("and not medtop");
    }

    private void mount(Path file) {
        taxonomies = new TaxonomyFiles(Map.of("desk", file), EVERY, registry).open(encoder, model);
    }

    private List<Topic> own(String text) {
        List<Topic> found = new TopicEnricher(encoder, model, false, taxonomies).topicsOf(text);
        return found.stream().filter(topic -> !topic.scheme().equals("medtop")).toList();
    }

    private double reloads(String result) {
        return registry.get(Meters.TAXONOMY_RELOADS.id())
                .tag("scheme", "desk")
                .tag("result", result)
                .counter()
                .count();
    }

    /** By another file's renaming, so that no half is read. */
    private Path write(String text) throws IOException {
        Path next = folder.resolve("next.tsv");
        Files.writeString(next, text);
        return Files.move(next, folder.resolve("desk.tsv"), StandardCopyOption.REPLACE_EXISTING);
    }
}
