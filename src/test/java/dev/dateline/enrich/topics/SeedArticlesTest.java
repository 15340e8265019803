package dev.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dateline.enrich.Topic;
import dev.dateline.enrich.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two real articles about talks on oil and sanctions, kept outside the repository: skipped where they are not there. */
class SeedArticlesTest {
    private static final Path SEEDS = Path.of("../shared/data/seeds");
    private static final Set<String> DIPLOMACY = Set.of("medtop:20000638", "medtop:20000639");
    private static final Set<String> ABSURD = Set.of("01", "03", "05", "06", "07", "08", "09", "10", "14", "15", "17");

    @Test
    void areAboutDiplomacyAndTheEconomyAndNothingAbsurd() throws IOException {
        assumeThat(SEEDS).as("the seed articles beside the repository").isDirectory();
        try (Encoder encoder = Encoder.open(Encoder.DEFAULT_TOKENS);
                Stream<Path> files = Files.list(SEEDS)) {
            TopicEnricher topics = new TopicEnricher(encoder);
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                List<Topic> found = topics.topicsOf(Files.readString(file));

                assertThat(found).as(file.toString()).extracting(Topic::code).containsAnyElementsOf(DIPLOMACY);
                assertThat(found).as(file.toString()).anyMatch(SeedArticlesTest::economic);
                assertThat(found)
                        .as(file.toString())
                        .noneMatch(topic ->
                                ABSURD.contains(topic.top().substring("medtop:".length(), "medtop:".length() + 2)));
            }
        }
    }

    /** Under economy, or the sanctions on it. */
    private static boolean economic(Topic topic) {
        return topic.top().equals("medtop:04000000") || topic.code().equals("medtop:20000642");
    }
}
