package dev.dateline.enrich.sentences;

import java.util.Locale;
import java.util.Set;

/** Words that a full stop shortens rather than ends. One list for all languages: their clashes are harmless. */
final class Abbreviations {
    /** Before a name: the sentence always goes on. */
    private static final Set<String> TITLES =
            Set.of(("mr mrs ms messrs dr prof gen lt col maj capt cpl sgt adm cmdr gov sen rep pres "
                            + "rev hon st mt ft supt insp hr fr frl mme mlle mgr sra srta dra lic ing gral univ "
                            + "ex. eng ayat sh. vs no nos nr núm ул им г-н г-жа проф акад")
                    .split(" ", -1));

    /** May well be the last word: the next one decides. */
    private static final Set<String> OTHERS =
            Set.of(("inc ltd co corp bros jr sr etc al dept est approx fig vol p pp art sec ave blvd "
                            + "rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
                            + "ca bzw usw ggf evtl str abs bd vgl sog inkl av env cf chap ed edit pág tel dpto "
                            + "cía hno г гг в вв руб коп тыс млн млрд т д п р др см стр кн обл")
                    .split(" ", -1));

    /** Open a sentence far more often than they follow an acronym inside one. */
    private static final Set<String> OPENERS = Set.of(
            "The A An In On At It He She We They I But And This That These Those There For As After Before When If"
                    .split(" ", -1));

    private Abbreviations() {}

    static boolean title(String word) {
        return TITLES.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean other(String word) {
        return OTHERS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean opener(String word) {
        return OPENERS.contains(word);
    }
}
