package dev.dateline.enrich.amounts;

import java.util.Map;
import java.util.Optional;

/** ISO 4217 codes of the signs and names that English news uses; a bare name means its most traded currency. */
final class Currencies {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("\u20AC", "EUR"),
            Map.entry("\u00A3", "GBP"),
            Map.entry("\u00A5", "JPY"),
            Map.entry("\u20B9", "INR"),
            Map.entry("\u20BD", "RUB"),
            Map.entry("\u20A9", "KRW"),
            Map.entry("\u20BA", "TRY"),
            Map.entry("\u20A6", "NGN"),
            Map.entry("\u20B4", "UAH"),
            Map.entry("\u20AA", "ILS"),
            Map.entry("rs", "INR"),
            Map.entry("rs.", "INR"));

    private static final Map<String, String> DOLLARS = Map.ofEntries(
            Map.entry("us", "USD"),
            Map.entry("u.s.", "USD"),
            Map.entry("american", "USD"),
            Map.entry("a", "AUD"),
            Map.entry("au", "AUD"),
            Map.entry("australian", "AUD"),
            Map.entry("c", "CAD"),
            Map.entry("ca", "CAD"),
            Map.entry("canadian", "CAD"),
            Map.entry("nz", "NZD"),
            Map.entry("zealand", "NZD"),
            Map.entry("hk", "HKD"),
            Map.entry("kong", "HKD"),
            Map.entry("s", "SGD"),
            Map.entry("singapore", "SGD"),
            Map.entry("r", "BRL"),
            Map.entry("nt", "TWD"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("dollar", "USD"),
            Map.entry("euro", "EUR"),
            Map.entry("pound", "GBP"),
            Map.entry("yen", "JPY"),
            Map.entry("yuan", "CNY"),
            Map.entry("renminbi", "CNY"),
            Map.entry("ruble", "RUB"),
            Map.entry("rouble", "RUB"),
            Map.entry("rupee", "INR"),
            Map.entry("rial", "IRR"),
            Map.entry("riyal", "SAR"),
            Map.entry("dirham", "AED"),
            Map.entry("peso", "MXN"),
            Map.entry("franc", "CHF"),
            Map.entry("krona", "SEK"),
            Map.entry("kronor", "SEK"),
            Map.entry("kroner", "NOK"),
            Map.entry("zloty", "PLN"),
            Map.entry("hryvnia", "UAH"),
            Map.entry("shekel", "ILS"),
            Map.entry("naira", "NGN"),
            Map.entry("lira", "TRY"),
            Map.entry("rand", "ZAR"),
            Map.entry("reais", "BRL"));

    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("pakistani rupee", "PKR"),
            Map.entry("lankan rupee", "LKR"),
            Map.entry("egyptian pound", "EGP"),
            Map.entry("lebanese pound", "LBP"),
            Map.entry("argentine peso", "ARS"),
            Map.entry("chilean peso", "CLP"),
            Map.entry("colombian peso", "COP"),
            Map.entry("philippine peso", "PHP"),
            Map.entry("danish kroner", "DKK"),
            Map.entry("qatari riyal", "QAR"),
            Map.entry("omani rial", "OMR"));

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("USD", "USD"),
            Map.entry("EUR", "EUR"),
            Map.entry("GBP", "GBP"),
            Map.entry("JPY", "JPY"),
            Map.entry("INR", "INR"),
            Map.entry("CNY", "CNY"),
            Map.entry("RMB", "CNY"),
            Map.entry("CHF", "CHF"),
            Map.entry("SAR", "SAR"),
            Map.entry("AED", "AED"),
            Map.entry("AUD", "AUD"),
            Map.entry("CAD", "CAD"));

    private Currencies() {}

    static Optional<String> sign(String sign) {
        return Optional.ofNullable(SIGNS.get(sign));
    }

    static Optional<String> code(String raw) {
        return Optional.ofNullable(CODES.get(raw));
    }

    /** The dollar that a word before the sign or the name makes: {@code A} of {@code A$}, {@code Canadian}. */
    static Optional<String> dollar(String whose) {
        return Optional.ofNullable(DOLLARS.get(whose));
    }

    static Optional<String> name(String owner, String name) {
        String singular = name.length() > 3 && name.endsWith("s") && !name.equals("reais")
                ? name.substring(0, name.length() - 1)
                : name;
        if (singular.equals("dollar") && DOLLARS.containsKey(owner)) {
            return dollar(owner);
        }
        return Optional.ofNullable(ELSEWHERE.get(owner + " " + singular))
                .or(() -> Optional.ofNullable(NAMES.get(singular)));
    }
}
