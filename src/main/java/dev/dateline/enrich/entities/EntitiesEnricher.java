package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
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
 * confidence is the model's probability of exactly that span and type. Of an article in another language it finds the
 * names that the knowledge base has, signed by another model and with a confidence of one half.
 */
public final class EntitiesEnricher implements Enricher {
    /** Which of the tagger's names are kept, how they are grouped and linked: raised when that changes. */
    private static final String RULES = "/2";

    private final Tagger tagger;
    private final String version;
    private final Supplier<KnowledgeBase> knowledge;

    /** Without a knowledge base: nothing is linked. */
    public EntitiesEnricher(EntityModel model) {
        this(model, () -> KnowledgeBase.EMPTY);
    }

    /** As thorough as the model was made for. */
    public EntitiesEnricher(EntityModel model, Supplier<KnowledgeBase> knowledge) {
        this(model, Thoroughness.DEFAULT, knowledge);
    }

    /**
     * Makes an enricher.
     *
     * @param knowledge asked once for each article, so that it may change between two
     */
    public EntitiesEnricher(EntityModel model, Thoroughness thoroughness, Supplier<KnowledgeBase> knowledge) {
        this.tagger = new Tagger(model, thoroughness);
        this.version = model.version() + RULES;
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
        KnowledgeBase known = knowledge.get();
        String language = Locale.forLanguageTag(soFar.languageTag()).getLanguage();
        boolean english = language.equals("en");
        if (!english && (known.size() == 0 || !Gazetteer.reads(language))) {
            return Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED);
        }
        if (soFar.sentences().isEmpty()) {
            return Findings.skipped(Incomplete.Reason.PREREQUISITE_MISSING);
        }
        Sentences sentences = soFar.sentences().orElseThrow();
        String text = soFar.article().text().value();
        if (english) {
            List<Mention> mentions = tagger.tag(text, sentences);
            return new Gathering(soFar.article(), sentences, mentions, stage(known)).linked(known, language);
        }
        List<Gazetteer.Found> found = new Gazetteer(text, sentences, language, known).find();
        Stage stage = new Stage("entities", "dateline-gazetteer", known.version());
        return Gathering.guessed(soFar.article(), sentences, found, stage).linked(known, language);
    }
}
