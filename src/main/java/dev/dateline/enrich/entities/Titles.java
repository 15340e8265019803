package dev.dateline.enrich.entities;

import java.util.Set;

/** Words before a person's name that are no part of it, lower case without dots. */
final class Titles {
    private static final Set<String> WORDS =
            Set.of(("mr mrs ms miss mister dr doctor prof professor sir dame lord lady "
                            + "madam madame monsieur mme mlle herr frau senor senora don dona sri shri smt "
                            + "president vice prime minister premier chancellor king queen prince princess emperor crown "
                            + "sultan emir sheikh shaikh sheik pope cardinal archbishop bishop father sister brother rev "
                            + "reverend pastor rabbi imam mullah ayatollah hojatoleslam seyyed sayyed sayyid seyed sayed hajj "
                            + "haji supreme leader foreign defence defense finance interior energy deputy chief general gen "
                            + "lieutenant lt colonel col major maj captain capt sergeant sgt admiral adm commander marshal "
                            + "senator sen representative rep congressman congresswoman governor gov mayor secretary "
                            + "ambassador judge justice attorney speaker chairman chairwoman spokesman spokeswoman comrade "
                            + "hon honourable honorable his her excellency majesty highness former ex late adviser advisor")
                    .split(" ", -1));

    private Titles() {}

    static boolean title(String key) {
        return WORDS.contains(key);
    }
}
