package dev.dateline.story;

/** Cuts the commonest English endings, so that "strikes" meets "strike" and "killed" meets "killing". */
final class Stem {
    private static final int SHORTEST = 3;

    private Stem() {}

    /** @param word in lower case */
    static String of(String word) {
        String stem = word;
        if (ends(stem, "ies", 2)) {
            return stem.substring(0, stem.length() - 3) + "y";
        }
        if (ends(stem, "sses", 2)) {
            return stem.substring(0, stem.length() - 2);
        }
        if (ends(stem, "s", SHORTEST) && !stem.endsWith("ss") && !stem.endsWith("us") && !stem.endsWith("is")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (ends(stem, "ing", SHORTEST)) {
            stem = single(stem.substring(0, stem.length() - 3));
        } else if (ends(stem, "ed", SHORTEST)) {
            stem = single(stem.substring(0, stem.length() - 2));
        } else if (ends(stem, "e", SHORTEST)) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem;
    }

    private static boolean ends(String word, String ending, int left) {
        return word.length() >= ending.length() + left && word.endsWith(ending);
    }

    /** "stopp" is "stop". */
    private static String single(String stem) {
        int last = stem.length() - 1;
        boolean doubled =
                last > 1 && stem.charAt(last) == stem.charAt(last - 1) && "bdfgmnprt".indexOf(stem.charAt(last)) >= 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
