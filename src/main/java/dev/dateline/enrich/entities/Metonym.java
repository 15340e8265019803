package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.Link;
import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells Washington the city from Washington the government, by the words around it: a government says, wants and imposes,
 * has policies and allies, and is dealt with; a city is where things are. Where neither is clear it is the city.
 */
final class Metonym {
    /** The id as an independent list of organisations gives it too. */
    private static final Entry GOVERNMENT = new Entry(
            "http://www.wikidata.org/entity/Q48525",
            Kind.ORGANISATION,
            "Federal government of the United States",
            List.of(new Link("wikidata", "Q48525")),
            Optional.of("US"),
            Optional.empty(),
            Optional.empty(),
            0);

    private static final Set<String> ACTS = words("said says saying has had have accused accuses accusing warned warns "
            + "imposed imposes insisted insists believes believed wants wanted hopes hoped urged urges announced "
            + "rejected rejects withdrew withdraws agreed agrees denied denies seeks sought considers considered "
            + "demanded demands backed backs pledged offered offers refused refuses decided decides fears feared "
            + "sees saw views claims claimed condemned condemns welcomed welcomes supports supported opposes opposed "
            + "recognised recognized recognises recognizes lifted suspended blamed blames threatened threatens "
            + "would will may might must should could does did sent supplies supplied responded signalled signaled");

    private static final Set<String> DEALT_WITH = words("with by against between pressed pressured urged urging "
            + "told accused accusing blamed blaming called thanked criticised criticized angered anger pressure");

    private static final Set<String> WHERE =
            words("in at near outside around inside downtown across through via to into "
                    + "toward towards of leave left visit visited visiting");

    /** What a city has, after its possessive or its name. */
    private static final Set<String> OF_A_CITY =
            words("streets street subway metro airport mayor museums museum suburbs "
                    + "suburb zoo mall area skyline monument monuments traffic neighborhoods neighbourhoods residents police "
                    + "weather restaurants hotels hotel bridge d.c. dc");

    /** "Support from Washington", not "a flight from Washington". */
    private static final Set<String> SENT = words(
            "pressure support aid sanctions criticism approval response reaction backing permission condemnation");

    private final String text;
    private final Sentences sentences;

    Metonym(String text, Sentences sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split("\\s+", -1));
    }

    static boolean government(Entry entry) {
        return entry.id().equals(GOVERNMENT.id());
    }

    /** What the mention of an entry means: the entry, or the government that sits there. */
    Entry meant(Mention mention, Entry entry) {
        boolean washington = entry.kind() == Kind.CAPITAL
                && entry.country().equals(Optional.of("US"))
                && entry.name().equals("Washington");
        return washington && governs(mention) ? GOVERNMENT : entry;
    }

    private boolean governs(Mention mention) {
        String before = word(mention.from() - 1);
        String after = word(mention.to());
        String then = word(mention.to() + 1);
        if (WHERE.contains(before) || OF_A_CITY.contains(after)) {
            return false;
        }
        if (after.equals("'s") || after.equals("\u2019s") || after.equals("'") || after.equals("\u2019")) {
            return !OF_A_CITY.contains(then);
        }
        return ACTS.contains(after)
                || DEALT_WITH.contains(before)
                || (before.equals("from") && SENT.contains(word(mention.from() - 2)))
                || between(mention, before, after);
    }

    /** "Between Tehran and Washington", "Washington and its allies". */
    private boolean between(Mention mention, String before, String after) {
        boolean second = before.equals("and") && word(mention.from() - 3).equals("between");
        boolean allies = after.equals("and") && word(mention.to() + 1).equals("its");
        return second || allies;
    }

    private String word(int token) {
        return token < 0 || token >= sentences.tokens()
                ? ""
                : text.substring(sentences.tokenStarts()[token], sentences.tokenEnds()[token])
                        .toLowerCase(Locale.ROOT);
    }
}
