package dev.dateline.fuzz;

import java.util.List;

/** Text as the enrichers meet it, with what readers of text stumble over in its midst. */
final class HostileText {
    private static final List<String> PROSE = List.of(
            "",
            "The mayor of Lisbon, Ana Ruiz, said on Tuesday",
            "\u201CWe will pay,\u201D",
            "she told reporters",
            "a magnitude 6.8 earthquake",
            "killed at least 12 people and injured 240",
            "$1.5 billion",
            "\u20AC3m",
            "12.5 per cent",
            "between 2,000 and 3,000",
            "on 3 March 2026",
            "last Friday",
            "at 5.30 p.m. GMT",
            "in the 1990s",
            "from Monday to Thursday",
            "Prime Minister Oda Lind",
            "the United Nations",
            "according to Reuters",
            "denied that",
            "Mr. Smith Jr.",
            "U.S.",
            "No. 10",
            "Georgia",
            "Paris, Texas",
            "who said that the president of the company said that",
            "\"It's 'nested'\"",
            "\n\n",
            "\n",
            "\t",
            "Der Bürgermeister sagte am Dienstag",
            "Президент России",
            "الوزير الجديد في القاهرة",
            "東京で火曜日に",
            "ประเทศไทย",
            "अध्यक्ष ने कहा");

    private static final List<String> STUMBLES = List.of(
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00",
            "\uFFFD",
            "\uFEFF",
            "\u0000",
            "\u001B[1m",
            "\u202E",
            "\u202B",
            "\u2066",
            "\u200D",
            "\u200B",
            "\u00AD",
            "e\u0301",
            "\u0301",
            "\u1AB0\u0489\u20DD",
            "\uFDFA",
            "\uD835\uDD04",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\u0130",
            "\u0131",
            "\u00DF",
            "\u1E9E",
            "\uFB01",
            "\u2028",
            "\u0085",
            "\u00A0",
            "\u3000",
            "\uFF11\uFF12",
            "\u0661\u0662",
            "\u00BD",
            "\u2167",
            "\u201C",
            "\u201D",
            "\u2018",
            "\u2019",
            "\u00AB",
            "\u00BB",
            "\"",
            "'",
            "(",
            ")",
            "[",
            "]",
            "$",
            "\u20AC",
            "%",
            "-",
            "\u2013",
            "\u2014",
            ".",
            ",",
            ":",
            ";",
            "/",
            "\\",
            "&",
            "<",
            ">",
            "...",
            "\u2026",
            "0",
            "00",
            "1,2,3",
            "1.2.3.4",
            "1e308",
            "-0",
            "99999999999999999999",
            "292278994-08-17",
            "-999999999-01-01",
            "+999999999-12-31T23:59:59Z",
            "29 February 2023",
            "31 November",
            "0000-00-00",
            "25:61",
            "12/31/99",
            "Jan. 0",
            "year 292278994");

    /** Each of these, long enough, is what makes a careless pattern take for ever. */
    private static final List<String> UNITS = List.of(
            "a",
            "A",
            "Aa",
            "A.",
            "A. ",
            "1",
            "1,",
            "1.",
            "1 ",
            "- ",
            "--",
            " ",
            "\n",
            "\t",
            "\u00A0",
            "\"",
            "\u201C",
            "\u201C\u201D",
            "' ",
            "and ",
            "the ",
            "said ",
            "that he said ",
            "of the ",
            "Mr ",
            "$",
            "$1 ",
            "1 million ",
            "Monday ",
            "2026-",
            "12:",
            "@",
            "http://",
            "(",
            "([",
            "\u0301",
            "\u202E",
            "\uD83D\uDE00",
            "x-y-",
            "O'",
            "a b c d e f g h ",
            "Jan ",
            "per cent ",
            "killed ",
            "at least ",
            "to ",
            "up to ",
            ".,;:",
            "\u2026",
            "\u5B57",
            "\u0E01");

    private HostileText() {}

    /** @param most units of one repetition; what it costs grows with it */
    static String of(Draw draw, int most) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + draw.below(12);
        for (int i = 0; i < parts; i++) {
            switch (draw.below(8)) {
                case 0, 1, 2 -> text.append(draw.of(PROSE)).append(draw.oneIn(4) ? "" : " ");
                case 3, 4 -> text.append(draw.of(STUMBLES));
                case 5 -> text.append((char) draw.below(0x10000));
                case 6 -> text.append(number(draw, most)).append(' ');
                default -> text.append(repeated(draw, most));
            }
        }
        return text.toString();
    }

    private static String repeated(Draw draw, int most) {
        String unit = draw.of(UNITS) + (draw.oneIn(3) ? draw.of(UNITS) : "");
        return unit.repeat(1 + draw.below(draw.oneIn(8) ? most : 1 + most / 50));
    }

    static String number(Draw draw, int most) {
        StringBuilder digits = new StringBuilder();
        int length = 1 + draw.below(draw.oneIn(10) ? most : 20);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + draw.below(10)));
        }
        return digits.toString();
    }

    static String date(Draw draw) {
        return draw.of(List.of(
                "2026-03-01T10:00:00Z",
                "2026-03-01",
                "20260301T100000+0100",
                "Sun, 01 Mar 2026 10:00:00 GMT",
                "292278994-08-17T07:12:55.807Z",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59.999999999Z",
                "0000-01-01",
                "9999-12-31T24:00:00Z",
                "2026-02-30",
                "2026-13-01",
                "2026-03-01T10:00:60Z",
                "2026-03-01T10:00:00." + "9".repeat(40) + "Z",
                "2026-03-01T10:00:00+99:99",
                "2026-03-01T10:00:00-18:00",
                "1600-01-01",
                "2199-12-31T23:59:59-18:00",
                "1599-12-31T23:59:59-12:00",
                "\u0662\u0660\u0662\u0666-03-01",
                "",
                " ",
                "now",
                "2026-03-01T10:00:00Z\u0000"));
    }
}
