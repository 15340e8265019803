package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final Stage BY = new Stage("test", "test", "1");
    private static final Enrichment PORTUGUESE_ENERGY = Enrichment.of(Article.ofText("urn:a", "Texto."))
            .with(
                    BY,
                    Findings.NONE
                            .withLanguage(new Language("pt-BR", 1, BY))
                            .withTopics(List.of(new Topic("medtop:2", "oil", 2, "medtop:1", 0.8, BY)))
                            .withEntities(List.of(new Entity("urn:e", "organisation", "E", 1, List.of(), BY))));

    @Test
    void aRouteWithoutConditionsTakesAll() {
        assertThat(route(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()).takes(PORTUGUESE_ENERGY))
                .isTrue();
    }

    @Test
    void aLanguageTakesItsRegionsButNotAnotherLanguageOfTheSameLetters() {
        assertThat(route(Set.of("pt"), Set.of(), Set.of(), Set.of(), Set.of()).takes(PORTUGUESE_ENERGY))
                .isTrue();
        assertThat(route(Set.of("p"), Set.of(), Set.of(), Set.of(), Set.of()).takes(PORTUGUESE_ENERGY))
                .isFalse();
    }

    @Test
    void aTopLevelCodeTakesTheFinerOnesBelowIt() {
        assertThat(route(Set.of(), Set.of("medtop:1"), Set.of(), Set.of(), Set.of())
                        .takes(PORTUGUESE_ENERGY))
                .isTrue();
        assertThat(route(Set.of(), Set.of("medtop:3"), Set.of(), Set.of(), Set.of())
                        .takes(PORTUGUESE_ENERGY))
                .isFalse();
    }

    @Test
    void topicsOfAnOperatorsOwnCountLikeMediaTopics() {
        Enrichment trams = PORTUGUESE_ENERGY.with(
                BY, Findings.NONE.withTopics(List.of(new Topic("desk:trams", "Trams", 1, "desk:city", 0.8, BY))));

        assertThat(route(Set.of(), Set.of("desk:city"), Set.of(), Set.of(), Set.of())
                        .takes(trams))
                .isTrue();
        assertThat(route(Set.of(), Set.of("desk:parks"), Set.of(), Set.of(), Set.of())
                        .takes(trams))
                .isFalse();
    }

    @Test
    void everyConditionMustHoldAndOfEachAnyValueWillDo() {
        assertThat(route(Set.of("pt", "es"), Set.of(), Set.of("urn:x", "urn:e"), Set.of("organisation"), Set.of())
                        .takes(PORTUGUESE_ENERGY))
                .isTrue();
        assertThat(route(Set.of("pt"), Set.of(), Set.of("urn:x"), Set.of(), Set.of())
                        .takes(PORTUGUESE_ENERGY))
                .isFalse();
        assertThat(route(Set.of(), Set.of(), Set.of(), Set.of("person"), Set.of())
                        .takes(PORTUGUESE_ENERGY))
                .isFalse();
    }

    @Test
    void anArticleWithoutAnOutletIsNotTakenByAnOutlet() {
        assertThat(route(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("Wire")).takes(PORTUGUESE_ENERGY))
                .isFalse();
    }

    private static Route route(
            Set<String> languages,
            Set<String> topics,
            Set<String> entityIds,
            Set<String> entityTypes,
            Set<String> outlets) {
        return new Route("test", "desk", languages, topics, entityIds, entityTypes, outlets);
    }
}
