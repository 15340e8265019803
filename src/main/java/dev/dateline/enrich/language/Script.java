package dev.dateline.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The writing systems that narrow down the language before any model is asked. Kana stand for Japanese, which mixes them
 * with Han characters: they are its alone.
 */
enum Script {
    LATIN(1, ""),
    CYRILLIC(1, "be bg ba ce kk ky mk mn ru sr tg tt uk"),
    GREEK(1, "el"),
    ARABIC(1, "ar fa ur pnb"),
    HEBREW(1, "he"),
    DEVANAGARI(1, "hi mr ne sa"),
    BENGALI(1, "bn"),
    GURMUKHI(1, "pa"),
    GUJARATI(1, "gu"),
    TAMIL(1, "ta"),
    TELUGU(1, "te"),
    KANNADA(1, "kn"),
    MALAYALAM(1, "ml"),
    SINHALA(1, "si"),
    THAI(1, "th"),
    GEORGIAN(1, "ka"),
    ARMENIAN(1, "hy"),
    HANGUL(3, "ko"),
    HIRAGANA(3, "ja"),
    HAN(3, "zh nan");

    private static final Map<UnicodeScript, Optional<Script>> BY_UNICODE = new EnumMap<>(UnicodeScript.class);
    private static final Map<String, Script> BY_LANGUAGE = new HashMap<>();
    private static final Optional<Script> ONLY_LATIN = Optional.of(LATIN);
    private static final int ASCII = 128;

    static {
        for (Script script : values()) {
            BY_UNICODE.put(UnicodeScript.forName(script.name()), Optional.of(script));
            for (String language : script.languages.split(" ", -1)) {
                BY_LANGUAGE.put(language, script);
            }
        }
        BY_UNICODE.put(UnicodeScript.KATAKANA, Optional.of(HIRAGANA));
    }

    private final int weight;
    /** BCP 47 tags, separated by spaces; Latin has the languages that no other script names. */
    private final String languages;

    Script(int weight, String languages) {
        this.weight = weight;
        this.languages = languages;
    }

    /** How many Latin letters one sign of this script is worth: a syllable or a word is more than a letter. */
    int weight() {
        return weight;
    }

    /** Whether the language (a BCP 47 tag) is written so. Serbian is written both ways. */
    boolean writes(String language) {
        return BY_LANGUAGE.getOrDefault(language, LATIN) == this || (this == LATIN && language.equals("sr"));
    }

    /** The script of a letter; absent for one that no language of the model is written in. */
    static Optional<Script> of(int codePoint) {
        return codePoint < ASCII ? ONLY_LATIN : BY_UNICODE.getOrDefault(UnicodeScript.of(codePoint), Optional.empty());
    }
}
