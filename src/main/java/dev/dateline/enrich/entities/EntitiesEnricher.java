package dev.dateline.enrich.entities;

import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds and groups the people, organisations, locations and other names of an English article. Each mention is an
 * annotation of kind {@code entity} with details {@code type} and {@code entity}, the id of its {@link Entity}; its
 * confidence is the model's probability of exactly that span and type.
 */
public final class EntitiesEnricher implements Enricher {
    private final Tagger tagger;
    private final Stage stage;

    public EntitiesEnricher(EntityModel model) {
        this.tagger = new Tagger(model);
        this.stage = new Stage("entities", "dateline-news-en", model.version());
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        if (!Locale.forLanguageTag(soFar.languageTag()).getLanguage().equals("en")) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        if (soFar.sentences().isEmpty()) {
            return Findings.skipped(Incomplete.Reason.PREREQUISITE_MISSING);
        }
        Sentences sentences = soFar.sentences().orElseThrow();
        Text text = soFar.article().text();
        List<Mention> mentions = tagger.tag(text.value(), sentences);
        List<Name> names = mentions.stream()
                .map(mention -> Name.of(mention.type(), exact(text, sentences, mention)))
                .toList();
        List<EntityGroup> groups = EntityGrouping.of(names);
        List<Annotation> annotations = new ArrayList<>();
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Name canonical = groups.get(i).canonical();
            String id = "urn:dateline:" + mention.type() + ":" + canonical.slug();
            Annotation annotation = Annotation.of(
                    "entity",
                    text,
                    text.toCodePoint(sentences.tokenStarts()[mention.from()]),
                    text.toCodePoint(sentences.tokenEnds()[mention.to() - 1]),
                    mention.confidence(),
                    stage,
                    details(mention.type(), id));
            annotations.add(annotation);
            gathered.computeIfAbsent(id, unseen -> new Gathered(mention.type(), canonical, annotation.start()))
                    .mentions
                    .add(annotation.id());
        }
        return Findings.NONE.withAnnotations(annotations).withEntities(entities(gathered, soFar.article(), sentences));
    }

    private static Map<String, Object> details(String type, String entity) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", type);
        details.put("entity", entity);
        return details;
    }

    private static String exact(Text text, Sentences sentences, Mention mention) {
        return text.value()
                .substring(sentences.tokenStarts()[mention.from()], sentences.tokenEnds()[mention.to() - 1]);
    }

    private List<Entity> entities(Map<String, Gathered> gathered, Article article, Sentences sentences) {
        int most = gathered.values().stream()
                .mapToInt(each -> each.mentions.size())
                .max()
                .orElse(1);
        int headlineEnd = article.parts().stream()
                .filter(part -> part.role() == Article.Role.HEADLINE)
                .mapToInt(Article.Part::end)
                .findFirst()
                .orElseGet(() -> sentences.size() == 0 ? 0 : article.text().toCodePoint(sentences.end(0)));
        List<Entity> entities = new ArrayList<>();
        gathered.forEach((id, each) -> {
            double place = (double) each.start / article.text().length();
            double salience = Salience.of(each.mentions.size(), most, place, each.start < headlineEnd);
            entities.add(new Entity(id, each.type, each.name.shown(), salience, each.mentions, stage));
        });
        return entities;
    }

    /** What is known of an entity once all mentions are read. */
    private record Gathered(String type, Name name, int start, List<String> mentions) {
        Gathered(String type, Name name, int start) {
            this(type, name, start, new ArrayList<>());
        }
    }
}
