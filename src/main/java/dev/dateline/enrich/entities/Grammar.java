package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The little a language's grammar that finding known names takes: what it writes onto them, and before places. */
final class Grammar {
    private static final Map<String, Set<String>> WHERE = Map.ofEntries(
            Map.entry("de", words("in nach aus bei vor")),
            Map.entry("fr", words("à de depuis vers en")),
            Map.entry("es", words("en a desde hacia")),
            Map.entry("it", words("a da in")),
            Map.entry("pt", words("em de para no na")),
            Map.entry("nl", words("in uit naar te bij")),
            Map.entry("sv", words("i från till vid")),
            Map.entry("da", words("i fra til ved")),
            Map.entry("nb", words("i fra til ved")),
            Map.entry("pl", words("w we z ze do pod")),
            Map.entry("cs", words("v ve z ze do u")),
            Map.entry("ro", words("în la din")),
            Map.entry("ru", words("в во из под на")),
            Map.entry("uk", words("в у з із до під")),
            Map.entry("bg", words("в във от до")),
            Map.entry("sr", words("у из до u iz do")),
            Map.entry("el", words("στην στη στο στον από")),
            Map.entry("ar", words("في من إلى الى نحو قرب")),
            Map.entry("fa", words("در از به")),
            Map.entry("he", words("אל מן")),
            Map.entry("id", words("di dari ke")),
            Map.entry("vi", words("ở tại từ đến")));

    private static final Set<String> ELIDING = Set.of("fr", "it", "ca");
    private static final int LONGEST_ELISION = 6;

    /** And, so, in, to, as. */
    private static final String ARABIC = "\u0648\u0641\u0628\u0644\u0643";

    /** In, to, from, the, and, that, as. */
    private static final String HEBREW = "\u05D1\u05DC\u05DE\u05D4\u05D5\u05E9\u05DB";

    /** "And in", and the like. */
    private static final int MOST_PREFIXES = 2;

    private static final int LEAST_LEFT = 3;

    private static final List<String> KOREAN = List.of(
            "에서는", "으로", "에서", "에게", "까지", "부터", "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "도", "만");

    private final String language;

    private Grammar(String language) {
        this.language = language;
    }

    /** @param language BCP 47, the primary part */
    static Grammar of(String language) {
        return new Grammar(language.equals("no") || language.equals("nn") ? "nb" : language);
    }

    /** A capital, or a letter of a script that has none. */
    static boolean mayOpenName(int point) {
        return Character.isLetter(point) && Character.toUpperCase(point) == point;
    }

    /** Fewest characters of a name: in scripts without capitals a short word is mostly another word. */
    int shortestName() {
        return switch (language) {
            case "ar", "fa", "ur", "he", "hi", "bn" -> 3;
            default -> 2;
        };
    }

    /** Whether a place follows this word. */
    boolean saysWhere(String word) {
        return WHERE.getOrDefault(language, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    /** Where a name may start in a token: its start first, then after what the language writes onto names. */
    List<Integer> cuts(String text, int start, int end) {
        if (ELIDING.contains(language)) {
            return elided(text, start, end);
        }
        String prefixes = language.equals("ar") ? ARABIC : language.equals("he") ? HEBREW : "";
        List<Integer> cuts = new ArrayList<>();
        cuts.add(start);
        for (int at = start; at - start < MOST_PREFIXES && end - at > LEAST_LEFT; at++) {
            if (prefixes.indexOf(text.charAt(at)) < 0) {
                break;
            }
            cuts.add(at + 1);
        }
        return cuts;
    }

    /** After the apostrophe of d'Iran, l'ONU or dell'Iran, if a capital follows. */
    private static List<Integer> elided(String text, int start, int end) {
        for (int at = start + 1; at < Math.min(end - 1, start + LONGEST_ELISION); at++) {
            char sign = text.charAt(at);
            if ((sign == '\'' || sign == '\u2019') && Character.isUpperCase(text.charAt(at + 1))) {
                return List.of(start, at + 1);
            }
        }
        return List.of(start);
    }

    /** The name as written, then without the ending that its last word may have. */
    List<String> forms(String exact) {
        List<String> forms = new ArrayList<>();
        forms.add(exact);
        switch (language) {
            case "de", "sv", "da", "nb", "nl" -> cut(exact, "s", forms);
            case "tr" -> {
                int apostrophe = Math.max(exact.lastIndexOf('\''), exact.lastIndexOf('\u2019'));
                if (apostrophe > 1 && exact.indexOf(' ', apostrophe) < 0) {
                    forms.add(exact.substring(0, apostrophe));
                }
            }
            case "ar" -> {
                // "To the": the article loses its first letter.
                if (exact.startsWith("\u0644\u0644")) {
                    forms.add("\u0627" + exact.substring(1));
                }
            }
            case "ko" -> KOREAN.forEach(particle -> cut(exact, particle, forms));
            default -> {}
        }
        return forms;
    }

    private static void cut(String exact, String ending, List<String> forms) {
        if (exact.endsWith(ending) && exact.length() - ending.length() > 1) {
            forms.add(exact.substring(0, exact.length() - ending.length()));
        }
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }
}
