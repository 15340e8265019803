package dev.dateline.enrich.language;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The letters of a text by script, weighed by {@link Script#weight}.
 *
 * @param dominant the script with most of them; Latin when there are none
 * @param weight of the letters of the dominant script
 * @param share of the dominant script in all letters, 0 to 1
 */
record Letters(Script dominant, int weight, double share) {
    /** Kana at more than this share of the Han characters beside them make a text Japanese. */
    private static final double KANA_IN_JAPANESE = 0.1;

    static Letters in(String text) {
        Map<Script, Integer> weights = new EnumMap<>(Script.class);
        int all = 0;
        // Apart, as nearly all letters are: an Integer for each is most of what this would cost.
        int latin = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                Optional<Script> script = Script.of(c);
                int weight = script.isPresent() ? script.get().weight() : 1;
                if (script.isPresent() && script.get() == Script.LATIN) {
                    latin += weight;
                } else if (script.isPresent()) {
                    weights.merge(script.get(), weight, Integer::sum);
                }
                all += weight;
            }
        }
        weights.put(Script.LATIN, latin);
        int kana = weights.getOrDefault(Script.HIRAGANA, 0);
        int han = weights.getOrDefault(Script.HAN, 0);
        if (kana > KANA_IN_JAPANESE * han) {
            weights.put(Script.HIRAGANA, kana + han);
            weights.remove(Script.HAN);
        }
        Script dominant = Script.LATIN;
        int most = 0;
        for (var script : weights.entrySet()) {
            if (script.getValue() > most) {
                dominant = script.getKey();
                most = script.getValue();
            }
        }
        return new Letters(dominant, most, all == 0 ? 0 : (double) most / all);
    }
}
