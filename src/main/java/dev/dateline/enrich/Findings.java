package dev.dateline.enrich;

import dev.dateline.article.Sentences;
import java.util.List;
import java.util.Optional;

/** What one stage adds to an article. Start from {@link #NONE}. */
public record Findings(
        Optional<Language> language,
        Optional<Sentences> sentences,
        List<Annotation> annotations,
        List<Entity> entities,
        List<Topic> topics,
        Optional<SentenceVector> vector,
        Optional<Incomplete.Reason> skipped) {

    public static final Findings NONE = new Findings(
            Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Findings {
        annotations = List.copyOf(annotations);
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
    }

    /** Nothing, for a reason that the consumer of the article is told. */
    public static Findings skipped(Incomplete.Reason reason) {
        return new Findings(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(reason));
    }

    public Findings withLanguage(Language found) {
        return new Findings(Optional.of(found), sentences, annotations, entities, topics, vector, skipped);
    }

    public Findings withSentences(Sentences found) {
        return new Findings(language, Optional.of(found), annotations, entities, topics, vector, skipped);
    }

    public Findings withAnnotations(List<Annotation> found) {
        return new Findings(language, sentences, found, entities, topics, vector, skipped);
    }

    public Findings withEntities(List<Entity> found) {
        return new Findings(language, sentences, annotations, found, topics, vector, skipped);
    }

    public Findings withTopics(List<Topic> found) {
        return new Findings(language, sentences, annotations, entities, found, vector, skipped);
    }

    public Findings withVector(SentenceVector found) {
        return new Findings(language, sentences, annotations, entities, topics, Optional.of(found), skipped);
    }
}
