package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.sentences.WordForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which office each person of an English article holds, from the words around the name ("Supreme Leader Ali
 * Khamenei", "Hugo Stein, the Norwegian energy minister"), and then who a phrase like "the Leader" or "the Norwegian
 * minister" means: the one person so introduced before it, or nobody.
 */
final class Offices {
    private static final Set<String> HEADS = words("adviser advisor ambassador chairman chairwoman chancellor "
            + "chief commander coach director envoy executive general governor judge king lawyer leader lawmaker mayor "
            + "minister pope premier president prince princess prosecutor queen secretary senator spokesman "
            + "spokesperson spokeswoman emperor");

    /** Tell nothing apart. */
    private static final Set<String> EMPTY_WORDS =
            words("a an the top senior former then new current late supreme acting veteran longtime");

    /** "The new minister" is somebody else than the minister so far. */
    private static final Set<String> OTHERS = words("new former then next previous other first second future incoming");

    private static final int MOST_MODIFIERS = 3;

    /** Words between a comma and the office: ", a senior foreign policy adviser". */
    private static final int MOST_WORDS_BEFORE_OFFICE = 6;

    private final String text;
    private final Sentences sentences;
    private final Map<String, List<Office>> held = new HashMap<>();
    private final int[] personAt;

    /**
     * An office as one introduction states it.
     *
     * @param modifiers words before its head, lower case, without the empty ones
     * @param from the token after which it is known
     */
    private record Office(int person, String country, Set<String> modifiers, int from) {}

    /**
     * A phrase that means a person.
     *
     * @param from first token
     * @param to one past the last token
     * @param person as numbered by the caller
     */
    record Reference(int from, int to, int person) {}

    /** @param personAt for each token the person whose name it belongs to, numbered from 0; −1 for none */
    Offices(String text, Sentences sentences, int[] personAt) {
        this.text = text;
        this.sentences = sentences;
        this.personAt = personAt;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }

    /**
     * The references of the article, in order.
     *
     * @param countryAt for each token the country whose people or name it is, lower case; empty for none
     * @param countryOf of a person, if known
     */
    List<Reference> find(String[] countryAt, Map<Integer, String> countryOf) {
        List<Reference> found = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            int first = sentences.firstTokens()[s];
            int end = sentences.firstTokens()[s + 1];
            for (int token = first; token < end; token++) {
                if (personAt[token] >= 0 && (token == first || personAt[token - 1] != personAt[token])) {
                    readBefore(token, first, countryAt, countryOf);
                    readAfter(token, end, countryAt, countryOf);
                }
            }
            for (int token = first; token < end; token++) {
                if (personAt[token] < 0 && the(token)) {
                    reference(token, end, countryAt).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Asked of every token, so without a string of it. */
    private boolean the(int token) {
        int start = sentences.tokenStarts()[token];
        return sentences.tokenEnds()[token] - start == 3 && text.regionMatches(true, start, "the", 0, 3);
    }

    private String word(int token) {
        return WordForms.of(text, sentences.tokenStarts()[token], sentences.tokenEnds()[token])
                .lower();
    }

    /** "Russian Energy Minister NAME", "the Leader of the Revolution Ayatollah NAME": back over titles and "of" phrases. */
    private void readBefore(int name, int first, String[] countryAt, Map<Integer, String> countryOf) {
        int token = name - 1;
        boolean comma = token >= first && word(token).equals(",");
        token -= comma ? 1 : 0;
        for (int steps = 0; token >= first && steps < 2 * MOST_WORDS_BEFORE_OFFICE; steps++, token--) {
            String word = word(token);
            if (HEADS.contains(word)) {
                hold(name, token, first, countryAt, countryOf);
                return;
            }
            boolean passable = Titles.title(word) || word.equals("of") || word.equals("the") || capital(token);
            if (!passable || personAt[token] >= 0) {
                return;
            }
        }
    }

    /** "NAME, a senior adviser to …". */
    private void readAfter(int name, int end, String[] countryAt, Map<Integer, String> countryOf) {
        int token = name;
        while (token < end && personAt[token] == personAt[name]) {
            token++;
        }
        if (token >= end || !word(token).equals(",")) {
            return;
        }
        int open = token + 1;
        for (int at = open; at < Math.min(end, open + MOST_WORDS_BEFORE_OFFICE); at++) {
            String word = word(at);
            if (HEADS.contains(word) && word(open).matches("an?|the") && personAt[at] < 0) {
                hold(name, at, open, countryAt, countryOf);
                return;
            }
            if (!Character.isLetter(word.codePointAt(0)) || personAt[at] >= 0 || word.equals("of")) {
                return;
            }
        }
    }

    private void hold(int name, int head, int first, String[] countryAt, Map<Integer, String> countryOf) {
        Set<String> modifiers = new HashSet<>();
        String country = countryOf.getOrDefault(personAt[name], "");
        for (int at = head - 1; at >= Math.max(first, head - MOST_MODIFIERS); at--) {
            String word = word(at);
            boolean verb = capital(head) && !capital(at);
            if (!Character.isLetter(word.codePointAt(0)) || word.equals("the") || verb) {
                break;
            }
            if (!countryAt[at].isEmpty()) {
                country = countryAt[at];
            } else if (!EMPTY_WORDS.contains(word)) {
                modifiers.add(word);
            }
        }
        held.computeIfAbsent(word(head), unseen -> new ArrayList<>())
                .add(new Office(personAt[name], country, modifiers, Math.max(name, head)));
    }

    private Optional<Reference> reference(int the, int end, String[] countryAt) {
        if (!anyHead(the + 1, Math.min(end, the + 2 + MOST_MODIFIERS))) {
            return Optional.empty();
        }
        Set<String> modifiers = new HashSet<>();
        String country = "";
        for (int at = the + 1; at < Math.min(end, the + 2 + MOST_MODIFIERS); at++) {
            String word = word(at);
            if (personAt[at] >= 0 || OTHERS.contains(word)) {
                return Optional.empty();
            }
            if (HEADS.contains(word) && !(at + 1 < end && follows(at + 1))) {
                int to = at + 1;
                return holder(word, modifiers, country, the).map(person -> new Reference(the, to, person));
            }
            if (!countryAt[at].isEmpty()) {
                country = countryAt[at];
            } else if (!EMPTY_WORDS.contains(word)) {
                modifiers.add(word);
            }
        }
        return Optional.empty();
    }

    /** Asked after every "the": nearly always no. */
    private boolean anyHead(int from, int to) {
        for (int token = from; token < to; token++) {
            if (HEADS.contains(word(token))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the phrase goes on so that it means another: a name, a further office, "of" somewhere. */
    private boolean follows(int token) {
        String word = word(token);
        return personAt[token] >= 0
                || word.equals("of")
                || HEADS.contains(word)
                || (capital(token) && !word.equals("i"));
    }

    private Optional<Integer> holder(String head, Set<String> modifiers, String country, int before) {
        Set<Integer> fitting = new HashSet<>();
        for (Office office : held.getOrDefault(head, List.of())) {
            boolean known = office.from() < before;
            boolean here = country.isEmpty() || country.equals(office.country());
            if (known && here && office.modifiers().containsAll(modifiers)) {
                fitting.add(office.person());
            }
        }
        return fitting.size() == 1 ? Optional.of(fitting.iterator().next()) : Optional.empty();
    }

    private boolean capital(int token) {
        return Character.isUpperCase(text.charAt(sentences.tokenStarts()[token]));
    }
}
