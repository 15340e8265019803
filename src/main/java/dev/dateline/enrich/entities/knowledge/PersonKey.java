package dev.dateline.enrich.entities.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One form for the ways in which a person's name is put into Latin letters: Zelensky, Zelenskiy and Zelenskyy are one,
 * so are Mohammed and Muhammad. Given names stay what they are, so people of one surname stay apart.
 */
public final class PersonKey {
    /** The form kept, then its variants: names that romanisations and neighbouring languages write in several ways. */
    private static final String VARIANTS = """
            mohammad mohammed mohamed mohamad muhammad muhammed muhamad mahomed
            ahmad ahmed
            hussein hussain hossein husain husayn hosein hoseyn
            hassan hasan
            abdullah abdallah abdulla
            yousef yusuf youssef yusef yousuf yousof yusof
            ibrahim ebrahim
            mahmoud mahmud mahmood
            khaled khalid
            omar umar
            osama usama
            mustafa mostafa moustafa mustapha
            qasem qassem qasim qassim
            massoud masoud masud masood
            saeed saeid saied
            javad jawad
            sergei sergey serguei sergej
            andrei andrey andrej
            alexei alexey aleksei aleksey aleksej
            alexander aleksandr alexandr aleksander
            alexandra aleksandra
            nikolai nikolay nikolaj
            dmitry dmitri dmitriy dmitrii dmitrij
            yevgeny evgeny yevgeniy evgeniy yevgeni evgeni evgenii evgenij
            yuri yury yuriy yurii jurij
            anatoly anatoli anatoliy anatolii
            vitaly vitali vitaliy vitalii
            valery valeri valeriy valerii
            grigory grigori grigoriy grigorii
            gennady gennadi gennadiy gennadii
            vasily vasili vasiliy vasilii
            arkady arkadi arkadiy arkadii
            vyacheslav viacheslav
            vladimir wladimir
            volodymyr wolodymyr
            mikhail michail
            """;

    private static final Map<String, String> KEPT = new HashMap<>();

    static {
        for (String line : VARIANTS.split("\n", -1)) {
            String[] forms = line.split(" ", -1);
            for (String form : forms) {
                KEPT.put(form, forms[0]);
            }
        }
    }

    private PersonKey() {}

    /** The words of a name as {@link NameKey} writes them, each in the form kept. */
    public static List<String> words(List<String> words) {
        List<String> kept = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean particle = word.equals("al") || word.equals("el");
            if (!particle || i == 0 || i == words.size() - 1) {
                kept.add(word(word));
            }
        }
        return kept;
    }

    /** Of a name as {@link NameKey} writes it. */
    public static String of(String key) {
        return key.indexOf(' ') < 0 ? word(key) : String.join(" ", words(List.of(key.split(" ", -1))));
    }

    private static String word(String word) {
        String known = KEPT.get(word);
        return known != null ? known : ending(word);
    }

    /** Slavic endings: -skiy, -skyy, -skij, -ski and -skyi are -sky; -iy, -yy, -ij and -ii are -y; -yev is -ev. */
    private static String ending(String word) {
        int length = word.length();
        if (length < 5) {
            return word;
        }
        if (word.endsWith("yev")) {
            return word.substring(0, length - 3) + "ev";
        }
        int stem = length;
        while (stem > 0 && "iyj".indexOf(word.charAt(stem - 1)) >= 0) {
            stem--;
        }
        boolean adjective = stem > 1 && word.startsWith("sk", stem - 2);
        boolean one = length - stem == 1 && !adjective;
        return stem == length || one || length - stem > 3 || stem < 3 ? word : word.substring(0, stem) + "y";
    }
}
