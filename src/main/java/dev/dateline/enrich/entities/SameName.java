package dev.dateline.enrich.entities;

import java.util.List;
import java.util.Set;

/** Whether two names of one type, in one article, mean the same. */
final class SameName {
    /** What companies append to their names and papers leave out. */
    private static final Set<String> COMPANY_WORDS = Set.of(
            "inc",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "plc",
            "llc",
            "ag",
            "sa",
            "spa",
            "nv",
            "se",
            "gmbh",
            "group",
            "holdings",
            "holding",
            "bank",
            "oil",
            "international",
            "news",
            "agency",
            "pjsc",
            "oao");

    private SameName() {}

    /**
     * Whether a short form stands for a longer one. Both are of the same type.
     *
     * @param full at least as many words as {@code brief}
     */
    static boolean matches(Name full, Name brief) {
        if (full.words().equals(brief.words())) {
            return true;
        }
        if (full.type().equals("person")) {
            return full.last().equals(brief.last()) && (brief.words().size() == 1 || givenNamesFit(full, brief));
        }
        return (brief.acronym() && brief.last().equals(full.initials()))
                || (full.type().equals("organisation") && shortened(full.words(), brief.words()));
    }

    /** Ali Khamenei fits Seyyed Ali Khamenei, V. Putin fits Vladimir Putin. */
    private static boolean givenNamesFit(Name full, Name brief) {
        int at = 0;
        int last = full.words().size() - 1;
        for (String given : brief.words().subList(0, brief.words().size() - 1)) {
            while (at < last && !fits(full.words().get(at), given)) {
                at++;
            }
            if (at++ == last) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String full, String brief) {
        return full.equals(brief) || (brief.length() == 1 && full.startsWith(brief));
    }

    private static boolean shortened(List<String> full, List<String> brief) {
        int size = brief.size();
        return size < full.size()
                && full.subList(0, size).equals(brief)
                && COMPANY_WORDS.containsAll(full.subList(size, full.size()));
    }
}
