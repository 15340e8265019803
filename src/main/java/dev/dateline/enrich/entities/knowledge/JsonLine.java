package dev.dateline.enrich.entities.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One entry as a JSON object on a line: keys as the columns are called, strings or numbers, and lists of strings for
 * {@code aliases} and {@code links}. Other keys may hold anything. The core has no JSON library, and this needs none.
 */
final class JsonLine {
    /** Nobody nests deeper; a line made to do so must not overflow the stack. */
    private static final int DEEPEST = 64;

    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /**
     * The cells in the order of {@link Row#COLUMNS}; of a key that is not given, the empty string.
     *
     * @throws IllegalArgumentException saying where the line is no such object
     */
    static List<String> cells(String line) {
        JsonLine json = new JsonLine(line);
        List<String> cells = new ArrayList<>(Collections.nCopies(Row.COLUMNS.size(), ""));
        json.expect('{');
        boolean more = json.next() != '}';
        while (more) {
            String key = json.string();
            json.expect(':');
            int column = Row.COLUMNS.indexOf(key);
            if (column < 0) {
                json.pass(0);
            } else {
                cells.set(column, json.cell(key));
            }
            more = json.next() == ',';
            json.at += more ? 1 : 0;
        }
        json.expect('}');
        if (json.next() != 0) {
            throw json.wrong("more follows the object");
        }
        return cells;
    }

    private String cell(String key) {
        char first = next();
        if (first == '"') {
            return string();
        }
        if (first == '[' && (key.equals("aliases") || key.equals("links"))) {
            return list(key.equals("aliases") ? "|" : " ");
        }
        if (first == '[' || first == '{') {
            throw wrong(key + " is a string or a number");
        }
        String literal = literal();
        return literal.equals("null") ? "" : literal;
    }

    private String list(String separator) {
        List<String> values = new ArrayList<>();
        expect('[');
        boolean more = next() != ']';
        while (more) {
            String value = string();
            if (value.contains(separator)) {
                throw wrong("'" + value + "' holds the '" + separator + "' that separates them");
            }
            values.add(value);
            more = next() == ',';
            at += more ? 1 : 0;
        }
        expect(']');
        return String.join(separator, values);
    }

    /** A value of whatever kind. */
    private void pass(int depth) {
        char first = next();
        if (depth > DEEPEST) {
            throw wrong("nested too deeply");
        }
        if (first == '"') {
            string();
        } else if (first == '[' || first == '{') {
            at++;
            char close = first == '[' ? ']' : '}';
            boolean more = next() != close;
            while (more) {
                if (first == '{') {
                    string();
                    expect(':');
                }
                pass(depth + 1);
                more = next() == ',';
                at += more ? 1 : 0;
            }
            expect(close);
        } else {
            literal();
        }
    }

    /** A number, {@code true}, {@code false} or {@code null}, as it stands; the cell's reader knows what it wants. */
    private String literal() {
        int from = at;
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || "+-.".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        if (from == at) {
            throw wrong("no value");
        }
        return line.substring(from, at);
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() {
        char c = at < line.length() ? line.charAt(at++) : 0;
        if (c == 'u' && at + 4 <= line.length()) {
            at += 4;
            try {
                return (char) Integer.parseInt(line.substring(at - 4, at), 16);
            } catch (NumberFormatException noHex) {
                throw new IllegalArgumentException("no JSON: \\u" + line.substring(at - 4, at), noHex);
            }
        }
        int control = "bfnrt".indexOf(c);
        if (control >= 0) {
            return "\b\f\n\r\t".charAt(control);
        }
        if (c != '"' && c != '\\' && c != '/') {
            throw wrong("no such escape");
        }
        return c;
    }

    /** The next sign that is no space, without taking it; 0 at the end. */
    private char next() {
        while (at < line.length() && " \t\r".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at < line.length() ? line.charAt(at) : 0;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong(wanted + " expected");
        }
        at++;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("no JSON object of an entry: " + why + " at character " + (at + 1));
    }
}
