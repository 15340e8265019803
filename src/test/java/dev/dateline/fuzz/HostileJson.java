package dev.dateline.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Article documents in every form that the service reads, with values of every wrong kind, and bytes that are none. */
final class HostileJson {
    private static final List<String> NAMES = List.of(
            "headline",
            "body",
            "contentType",
            "language",
            "outlet",
            "byline",
            "publishedAt",
            "version",
            "url",
            "pubStatus",
            "headlines",
            "bodies",
            "descriptions",
            "person",
            "people",
            "organisations",
            "place",
            "subject",
            "pubstatus",
            "versioncreated",
            "embargoed",
            "altids",
            "associations",
            "renditions",
            "body_text",
            "body_xhtml",
            "headline_x",
            "type",
            "infosource",
            "infoSources",
            "copyrightHolder",
            "ednote",
            "specversion",
            "data",
            "data_base64",
            "id",
            "source",
            "annotations",
            "text",
            "textParts",
            "entities",
            "topics",
            "sentences",
            "incomplete",
            "detectedLanguage",
            "versionCreated",
            "firstCreated",
            "by",
            "uri",
            "start",
            "end",
            "exact",
            "kind",
            "vector",
            "trustIndicators",
            "geometry_point",
            "charcount",
            "usageterms",
            "x\\uD800",
            "",
            "__proto__",
            "\\u0000");
    private static final List<String> LITERALS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999999999",
            "1e-999999999",
            "1E400",
            "-0.0",
            "9223372036854775808",
            "1.10",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u0000\"",
            "NaN",
            "01",
            "'a'",
            "\"usable\"",
            "\"canceled\"",
            "\"withheld\"",
            "\"text/html\"",
            "\"text/plain\"",
            "\"application/xml\"",
            "\"en\"",
            "\"en-\"",
            "\"2\"",
            "\"main\"",
            "\"picture\"");

    private HostileJson() {}

    /** Mostly well formed; sometimes cut, doubled, damaged or in another encoding. */
    static byte[] of(Draw draw, int most) {
        String json = document(draw, most);
        byte[] bytes = draw.oneIn(40)
                ? json.getBytes(draw.oneIn(2) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1)
                : json.getBytes(StandardCharsets.UTF_8);
        if (draw.oneIn(5) && bytes.length > 0) {
            for (int blows = 1 + draw.below(4); blows > 0; blows--) {
                bytes[draw.below(bytes.length)] = (byte) draw.below(256);
            }
        }
        return draw.oneIn(30) ? java.util.Arrays.copyOf(bytes, draw.below(bytes.length + 1)) : bytes;
    }

    static String document(Draw draw, int most) {
        return switch (draw.below(12)) {
            case 0, 1, 2, 3 -> minimal(draw, most);
            case 4, 5, 6, 7 -> ninjs(draw, most);
            case 8 -> object(draw, 3, most);
            case 9 ->
                draw.of(List.of("[", "{\"a\":", "{\"bodies\":[", "{\"associations\":{\"a\":"))
                                .repeat(1 + draw.below(most))
                        + (draw.oneIn(2) ? "1" : "");
            case 10 -> many(draw, most);
            default ->
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"t\",\"data\":" + minimal(draw, most)
                        + "}";
        };
    }

    private static String minimal(Draw draw, int most) {
        StringBuilder json = new StringBuilder("{\"uri\":\"urn:f:")
                .append(draw.below(50))
                .append("\",\"headline\":")
                .append(quoted(HostileText.of(draw, Math.max(4, most / 64))))
                .append(",\"body\":")
                .append(quoted(draw.oneIn(3) ? HostileMarkup.of(draw, most) : HostileText.of(draw, most)));
        if (draw.oneIn(2)) {
            json.append(",\"publishedAt\":").append(quoted(HostileText.date(draw)));
        }
        for (int extra = draw.below(4); extra > 0; extra--) {
            json.append(",\"").append(draw.of(NAMES)).append("\":").append(value(draw, 3, most));
        }
        return json.append(draw.oneIn(25) ? "}}" : "}").toString();
    }

    private static String ninjs(Draw draw, int most) {
        return "{\"uri\":\"urn:n:" + draw.below(50) + "\",\"pubStatus\":\"usable\",\"versionCreated\":"
                + quoted(HostileText.date(draw))
                + ",\"headlines\":[{\"role\":\"main\",\"value\":" + quoted(HostileText.of(draw, Math.max(4, most / 64)))
                + "}],\"bodies\":[{\"role\":\"main\",\"contentType\":" + draw.of(LITERALS) + ",\"value\":"
                + quoted(HostileMarkup.of(draw, most))
                + "}],\"" + draw.of(NAMES) + "\":" + value(draw, 4, most) + "}";
    }

    private static String many(Draw draw, int most) {
        StringBuilder json = new StringBuilder("{\"uri\":\"urn:m\",\"body\":\"b\"");
        int fields = draw.below(most);
        for (int i = 0; i < fields; i++) {
            json.append(",\"")
                    .append(Integer.toString(draw.oneIn(200) ? 0 : i, 36))
                    .append("\":0");
        }
        return json.append('}').toString();
    }

    private static String object(Draw draw, int depth, int most) {
        StringBuilder json = new StringBuilder("{");
        int fields = draw.below(5);
        for (int i = 0; i < fields; i++) {
            json.append(i == 0 ? "\"" : ",\"")
                    .append(draw.of(NAMES))
                    .append("\":")
                    .append(value(draw, depth - 1, most));
        }
        return json.append('}').toString();
    }

    private static String value(Draw draw, int depth, int most) {
        return switch (draw.below(depth > 0 ? 7 : 4)) {
            case 0, 1 -> draw.of(LITERALS);
            case 2 -> quoted(draw.oneIn(2) ? HostileText.date(draw) : HostileText.of(draw, Math.max(4, most / 64)));
            case 3 -> (draw.oneIn(2) ? "-" : "") + HostileText.number(draw, most);
            case 4 -> "[" + value(draw, depth - 1, most) + "," + value(draw, depth - 1, most) + "]";
            default -> object(draw, depth, most);
        };
    }

    /** Controls and lone halves of pairs escaped or not, as the text has them. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
