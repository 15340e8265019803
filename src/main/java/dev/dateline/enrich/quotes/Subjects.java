package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The speaker where the model names none: who stands beside the reporting word, or before a participle. */
final class Subjects {
    private static final int REACH = 3;
    private static final int LONGEST = 7;
    private static final Set<Integer> PRONOUNS = Phrases.hashes("he she they it who i we");
    private static final Set<Integer> ADVERBS =
            Phrases.hashes("also has have had would will later then once even not did does "
                    + "do was were again often never always still further just only once then too n't");
    private static final Set<Integer> CONJUNCTIONS = Phrases.hashes("and but or to");
    private static final Set<String> TELLING = Set.of("said", "replied", "claimed", "admitted", "warned", "announced");

    private static final Set<Integer> LEADS =
            Phrases.hashes("the a an his her its their one another some many several");

    private final Reading reading;

    Subjects(Reading reading) {
        this.reading = reading;
    }

    Attribution added(Attribution each) {
        if (each.source().isPresent()) {
            return each;
        }
        boolean first = each.from() < each.cue();
        Optional<Stretch> found = first ? before(each.cue()).or(() -> after(each.cue())) : before(each.cue());
        return found.filter(source -> free(each, source)).map(each::withSource).orElse(each);
    }

    /** Where the noun phrase begins that ends with a role. */
    private int phrase(int role, int first) {
        for (int at = role - 1; at >= first && at > role - LONGEST; at--) {
            if (LEADS.contains(reading.word(at))) {
                return at;
            }
            if (reading.shape(at) == Reading.MARK) {
                return at + 1;
            }
        }
        return role;
    }

    /** Whether the token ends a sentence that a comma divides from its speaker: {@code …, Ana Ruiz added.} */
    boolean closes(int token) {
        int end = reading.sentenceEnd(reading.sentenceOf(token));
        boolean last = token + 2 == end && reading.mark(token + 1) == '.';
        if (!last || !TELLING.contains(ReportingVerbs.classOf(reading.word(token)))) {
            return false;
        }
        return before(token)
                .filter(source -> source.from() > 3 && reading.mark(source.from() - 1) == ',')
                .filter(source -> reading.sentenceOf(source.from() - 3) == reading.sentenceOf(token))
                .isPresent();
    }

    /** Who else speaks in the same sentence speaks where nobody is named: {@code he said …, adding that …}. */
    List<Attribution> shared(List<Attribution> all) {
        Map<Integer, Stretch> bySentence = new HashMap<>();
        for (Attribution each : all) {
            if (each.cue() >= 0 && each.source().isPresent()) {
                bySentence.putIfAbsent(
                        reading.sentenceOf(each.cue()), each.source().get());
            }
        }
        return all.stream()
                .map(each -> each.source().isPresent() || each.cue() < 0 ? each : shared(each, bySentence))
                .toList();
    }

    private Attribution shared(Attribution each, Map<Integer, Stretch> bySentence) {
        int sentence = reading.sentenceOf(each.cue());
        Stretch other = bySentence.get(sentence);
        boolean participle = reading.raw(each.cue()).endsWith("ing");
        if (other != null) {
            return (participle || coordinated(each.cue())) && free(each, other) ? each.withSource(other) : each;
        }
        return participle
                ? opening(sentence, each.cue())
                        .filter(source -> free(each, source))
                        .map(each::withSource)
                        .orElse(each)
                : each;
    }

    /** {@code and urged}, {@code but also refused}: the verb has the subject of the one before. */
    private boolean coordinated(int cue) {
        int at = cue - 1;
        while (at > 0 && (ADVERBS.contains(reading.word(at)) || reading.raw(at).endsWith("ly"))) {
            at--;
        }
        return at > 0 && (CONJUNCTIONS.contains(reading.word(at)) || reading.mark(at) == ',');
    }

    /** The name or pronoun that opens the sentence. */
    private Optional<Stretch> opening(int sentence, int cue) {
        int first = reading.sentenceStart(sentence);
        if (PRONOUNS.contains(reading.word(first))) {
            return Optional.of(new Stretch(first, first + 1));
        }
        int end = Phrases.end(reading, first, cue);
        for (int at = first; at < end; at++) {
            if (reading.nameOf(at) >= 0) {
                int to = at + 1;
                while (to < end && reading.nameOf(to) == reading.nameOf(at)) {
                    to++;
                }
                while (to < end && Roles.isRole(reading.word(to))) {
                    to++;
                }
                return Optional.of(new Stretch(first, to));
            }
        }
        return Optional.empty();
    }

    private static boolean free(Attribution each, Stretch source) {
        return each.parts().stream().noneMatch(part -> part.overlap(source) > 0);
    }

    private Optional<Stretch> after(int cue) {
        int from = cue + 1;
        if (from >= reading.tokens() || reading.startsParagraph(from)) {
            return Optional.empty();
        }
        boolean begins = reading.type(from) != Reading.NO_NAME
                || reading.shape(from) == Reading.CAPITALISED
                || LEADS.contains(reading.word(from))
                || PRONOUNS.contains(reading.word(from));
        int end = Phrases.end(reading, from, reading.sentenceEnd(reading.sentenceOf(cue)));
        return begins && end > from ? Optional.of(new Stretch(from, end)) : Optional.empty();
    }

    /** A pronoun or name with nothing but adverbs and auxiliaries between it and the word. */
    private Optional<Stretch> before(int cue) {
        int first = reading.sentenceStart(reading.sentenceOf(cue));
        for (int at = cue - 1; at >= first && at >= cue - REACH; at--) {
            if (PRONOUNS.contains(reading.word(at))) {
                return Optional.of(new Stretch(at, at + 1));
            }
            int name = reading.nameOf(at);
            if (name >= 0) {
                int from = at;
                while (from > first && reading.nameOf(from - 1) == name) {
                    from--;
                }
                return Optional.of(new Stretch(from, at + 1));
            }
            if (Roles.isRole(reading.word(at))) {
                return Optional.of(new Stretch(phrase(at, first), at + 1));
            }
            if (!ADVERBS.contains(reading.word(at)) && !reading.raw(at).endsWith("ly")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
