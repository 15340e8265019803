package dev.dateline.enrich.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.entities.EntitiesEnricher;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.sentences.SentencesEnricher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped models on two real articles, which are not part of the project: skipped, saying so, where they are not. */
class SeedArticlesTest {
    private static final Path SEEDS = Path.of("..", "shared", "data", "seeds");

    private static List<String> chains;

    @BeforeAll
    static void readArticles() throws IOException {
        Path folder = Stream.of(SEEDS, Path.of("..").resolve(SEEDS))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(SEEDS);
        assumeTrue(Files.isDirectory(folder), "skipped: no seed articles in " + SEEDS);
        List<Enricher> stages = List.of(
                new SentencesEnricher(),
                new EntitiesEnricher(ShippedModel.read()),
                new QuotesEnricher(ShippedAttributions.read()));
        chains = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                Enrichment read = Enrichment.of(Article.ofText("urn:" + file.getFileName(), Files.readString(file)));
                read = read.with(
                        stages.get(0).stage(),
                        Findings.NONE.withLanguage(
                                new Language("en", 1, stages.get(0).stage())));
                for (Enricher stage : stages) {
                    read = read.with(stage.stage(), stage.enrich(read));
                }
                read.annotations().stream()
                        .filter(each -> each.kind().equals("quote"))
                        .map(SeedArticlesTest::chain)
                        .forEach(chains::add);
            }
        }
    }

    private static String chain(Annotation quote) {
        StringBuilder line = new StringBuilder();
        for (Object each : (List<?>) quote.details().getOrDefault("chain", List.of())) {
            Map<?, ?> link = (Map<?, ?>) each;
            Object name = link.get("name");
            line.append(link.get("role"))
                    .append(' ')
                    .append(name == null ? link.get("exact") : name)
                    .append("; ");
        }
        return line.append(quote.exact().replaceAll("\\s+", " ")).toString();
    }

    @Test
    void tellsWhoQuotedWhom() {
        assertThat(chains)
                .anyMatch(line -> line.startsWith("speaker Vladimir Putin; via Ali Akbar Velayati; that US unilateral"))
                .anyMatch(line -> line.startsWith("speaker Vladimir Putin; via Ali Akbar Velayati; rejecting US"));
    }

    @Test
    void tellsWhichAgencyPassedItOn() {
        assertThat(chains)
                .anyMatch(line -> line.startsWith("speaker Ali Akbar Velayati; via IRNA; \"The Russian president's"))
                .anyMatch(line -> line.startsWith("speaker Ali Akbar Velayati; via IRIB News; \"Two other"));
    }

    @Test
    void followsPronounsAndRolesToTheAdvisor() {
        assertThat(chains)
                .anyMatch(line -> line.startsWith("speaker Ali Akbar Velayati; \"Russia is ready to invest"))
                .anyMatch(line -> line.startsWith("speaker Ali Akbar Velayati; \"It can be said that"))
                .anyMatch(line -> line.startsWith("speaker Ali Akbar Velayati; that \u201Cthe world is under"));
    }
}
