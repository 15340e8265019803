package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.Optional;
import java.util.Set;

/** The speaker where the model names none: who stands beside the reporting word, or before a participle. */
final class Subjects {
    private static final int REACH = 3;
    private static final Set<Integer> PRONOUNS = Phrases.hashes("he she they it who i we");
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
            if (reading.shape(at) != Reading.LOWER) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
