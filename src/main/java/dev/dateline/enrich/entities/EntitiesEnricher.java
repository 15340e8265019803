package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Finds and groups the people, organisations, locations and other names of an English article. Each mention is an
 * annotation of kind {@code entity} with details {@code type} and {@code entity}, the id of its {@link Entity}; its
 * confidence is the model's probability of exactly that span and type.
 */
public final class EntitiesEnricher implements Enricher {
    private final Tagger tagger;
    private final String version;
    private final Supplier<KnowledgeBase> knowledge;

    /** Without a knowledge base: nothing is linked. */
    public EntitiesEnricher(EntityModel model) {
        this(model, () -> KnowledgeBase.EMPTY);
    }

    /**
     * Makes an enricher.
     *
     * @param knowledge asked once for each article, so that it may change between two
     */
    public EntitiesEnricher(EntityModel model, Supplier<KnowledgeBase> knowledge) {
        this.tagger = new Tagger(model);
        this.version = model.version();
        this.knowledge = knowledge;
    }

    @Override
    public Stage stage() {
        return stage(knowledge.get());
    }

    private Stage stage(KnowledgeBase known) {
        String with = known.size() == 0 ? "" : "+" + known.version();
        return new Stage("entities", "dateline-news-en", version + with);
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        String language = Locale.forLanguageTag(soFar.languageTag()).getLanguage();
        if (!language.equals("en")) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        if (soFar.sentences().isEmpty()) {
            return Findings.skipped(Incomplete.Reason.PREREQUISITE_MISSING);
        }
        Sentences sentences = soFar.sentences().orElseThrow();
        Text text = soFar.article().text();
        List<Mention> mentions = tagger.tag(text.value(), sentences);
        KnowledgeBase known = knowledge.get();
        return Gathering.of(soFar.article(), sentences, mentions, stage(known), known, language);
    }
}
