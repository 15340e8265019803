package dev.dateline.enrich;

import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article with everything found so far; the last one is the result.
 *
 * @param language absent until a stage has determined it
 * @param sentences absent until a stage has split the text
 * @param vector absent where nobody asked for it
 * @param annotations in the order of the stages, each stage's in text order
 */
public record Enrichment(
        Article article,
        Optional<Language> language,
        Optional<Sentences> sentences,
        List<Annotation> annotations,
        List<Entity> entities,
        List<Topic> topics,
        Optional<SentenceVector> vector,
        List<Incomplete> incomplete) {

    public Enrichment {
        annotations = List.copyOf(annotations);
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
        incomplete = List.copyOf(incomplete);
    }

    public static Enrichment of(Article article) {
        return new Enrichment(
                article,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The language to work in: as detected, else as declared, else {@code und}. */
    public String languageTag() {
        return language.map(Language::tag)
                .filter(tag -> !tag.equals(Language.UNDETERMINED))
                .or(article::declaredLanguage)
                .orElse(Language.UNDETERMINED);
    }

    public Enrichment with(Stage stage, Findings found) {
        return new Enrichment(
                article,
                found.language().or(() -> language),
                found.sentences().or(() -> sentences),
                joined(annotations, found.annotations()),
                joined(entities, found.entities()),
                joined(topics, found.topics()),
                found.vector().or(() -> vector),
                found.skipped()
                        .map(reason -> joined(incomplete, List.of(new Incomplete(stage.name(), reason))))
                        .orElse(incomplete));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
