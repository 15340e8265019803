package dev.dateline.enrich.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * From the model's codes (ISO 639-3) to BCP 47, which wants the shortest code: two letters where there are two, and the
 * macrolanguage where that is what people write ({@code cmn} is {@code zh}).
 */
final class LanguageCodes {
    private static final Map<String, String> MACROLANGUAGES = Map.of(
            "cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "arb", "ar", "plt", "mg", "zsm", "ms", "swh", "sw",
            "khk", "mn");

    private final Map<String, String> shortest = new HashMap<>(MACROLANGUAGES);

    LanguageCodes() {
        for (String twoLetters : Locale.getISOLanguages()) {
            shortest.putIfAbsent(Locale.forLanguageTag(twoLetters).getISO3Language(), twoLetters);
        }
    }

    /** The tag for an ISO 639-3 code; the code itself when BCP 47 has nothing shorter. */
    String tagOf(String iso639) {
        return shortest.getOrDefault(iso639, iso639);
    }
}
