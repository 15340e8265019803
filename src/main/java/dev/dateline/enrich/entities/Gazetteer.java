package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.NameKey;
import dev.dateline.enrich.entities.knowledge.PersonKey;
import dev.dateline.enrich.entities.knowledge.Stem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Finds the names of the knowledge base in a text of any language, without a model: the longest one from each token on,
 * capitalised where the script has capitals, with what the language writes onto names taken off. A city is believed after
 * a word like "in", or if it is one of the largest; what stays in doubt is left out.
 */
final class Gazetteer {
    /** Of a name that is only looked up. */
    private static final double CONFIDENCE = 0.5;

    private static final int MOST_TOKENS = 6;

    /** In characters: only text made to cost time has longer ones. */
    private static final int LONGEST_NAME = 160;

    /** Residents of a city that is meant by its name alone, as a decimal logarithm. */
    private static final double METROPOLIS = 6;

    /** A single word of fewer letters is as likely a word as a company: Visa, Total, Time. */
    private static final int SHORTEST_COMPANY = 6;

    private final String text;
    private final Sentences sentences;
    private final Grammar grammar;
    private final String language;
    private final KnowledgeBase knowledge;

    Gazetteer(String text, Sentences sentences, String language, KnowledgeBase knowledge) {
        this.text = text;
        this.sentences = sentences;
        this.grammar = Grammar.of(language);
        this.language = language;
        this.knowledge = knowledge;
    }

    /** Languages that put spaces or single characters between words, as the tokens need it. */
    static boolean reads(String language) {
        return !language.isEmpty() && !Set.of("und", "th", "lo", "km", "my").contains(language);
    }

    /**
     * A name in the text.
     *
     * @param start first character of the name, which may be inside its first token: UTF-16
     * @param name as the knowledge base was asked for it
     */
    record Found(Mention mention, int start, Name name) {}

    /** In text order, never overlapping. */
    List<Found> find() {
        List<Found> found = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while looking for names");
            }
            int first = sentences.firstTokens()[s];
            int end = sentences.firstTokens()[s + 1];
            for (int token = first; token < end; ) {
                Optional<Found> longest = longestFrom(token, first, end);
                longest.ifPresent(found::add);
                token = longest.map(each -> each.mention().to()).orElse(token + 1);
            }
        }
        return found;
    }

    private Optional<Found> longestFrom(int token, int first, int end) {
        int start = sentences.tokenStarts()[token];
        for (int cut : grammar.cuts(text, start, sentences.tokenEnds()[token])) {
            if (!Grammar.mayOpenName(text.codePointAt(cut))) {
                continue;
            }
            for (int to = Math.min(end, token + MOST_TOKENS); to > token; to--) {
                boolean word =
                        Character.isLetterOrDigit(text.codePointAt(sentences.tokenStarts()[to - 1]));
                if (!word || sentences.tokenEnds()[to - 1] - cut > LONGEST_NAME) {
                    continue;
                }
                Optional<Name> name = named(token, to, cut, first);
                if (name.isPresent()) {
                    Mention mention = new Mention(token, to, name.get().type(), CONFIDENCE);
                    return Optional.of(new Found(mention, cut, name.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Name> named(int from, int to, int start, int first) {
        String exact = text.substring(start, sentences.tokenEnds()[to - 1]);
        boolean cut = start > sentences.tokenStarts()[from];
        boolean afterWhere = cut || (from > first && grammar.saysWhere(token(from - 1)));
        for (String form : grammar.forms(exact)) {
            for (String key : keys(form)) {
                Optional<Kind> kind = knowledge.mayKnow(key)
                        ? knowledge.find(key, language).stream()
                                .filter(entry -> believable(entry, form, to - from == 1, afterWhere, from == first))
                                .max(Comparator.comparingDouble(Entry::prominence))
                                .map(Entry::kind)
                        : Optional.empty();
                if (kind.isPresent()) {
                    return Optional.of(new Name(kind.get().mentionType(), form, List.of(key.split(" ", -1))));
                }
            }
        }
        return Optional.empty();
    }

    /** Where names are declined only the stem is asked for, so that all cases of a name are one. */
    private static List<String> keys(String form) {
        String key = NameKey.of(form);
        if (key.isEmpty()) {
            return List.of();
        }
        if (Stem.applies(key)) {
            return List.of(Stem.of(key));
        }
        String person = PersonKey.of(key);
        return person.equals(key) ? List.of(key) : List.of(key, person);
    }

    private boolean believable(Entry entry, String form, boolean single, boolean afterWhere, boolean opens) {
        boolean letters = form.codePointCount(0, form.length()) >= grammar.shortestName();
        return letters
                && switch (entry.kind()) {
                    case CITY, CAPITAL, LOCATION ->
                        afterWhere
                                || Math.log10(1 + entry.weight()) >= METROPOLIS
                                || (entry.kind() == Kind.CAPITAL && !opens);
                    case ORGANISATION, FACILITY, PRODUCT, MISC ->
                        !single || acronym(form) || form.length() >= SHORTEST_COMPANY;
                    case NORP -> false;
                    default -> true;
                };
    }

    private static boolean acronym(String form) {
        return form.length() > 1 && form.codePoints().allMatch(Character::isUpperCase);
    }

    private String token(int token) {
        return text.substring(sentences.tokenStarts()[token], sentences.tokenEnds()[token]);
    }
}
