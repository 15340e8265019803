package dev.dateline.enrich.entities;

/** How a word looks, its letters aside. */
final class Shape {
    private Shape() {}

    /** {@code Xx} for {@code Moscow}: one sign for each run of capitals, small letters, figures; others themselves. */
    static String shortOf(String word) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        for (int i = 0; i < word.length() && shape.length() < 12; i++) {
            char sign = sign(word.charAt(i));
            if (sign != last) {
                shape.append(sign);
            }
            last = sign;
        }
        return shape.toString();
    }

    /** {@code Xxxx} for {@code Moscow}: like {@link #shortOf}, runs kept up to three. */
    static String longOf(String word) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        int run = 0;
        for (int i = 0; i < word.length() && shape.length() < 16; i++) {
            char sign = sign(word.charAt(i));
            run = sign == last ? run + 1 : 1;
            if (run <= 3) {
                shape.append(sign);
            }
            last = sign;
        }
        return shape.toString();
    }

    static String figuresAsZero(String word) {
        StringBuilder zeroed = null;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                zeroed = zeroed == null ? new StringBuilder(word) : zeroed;
                zeroed.setCharAt(i, '0');
            }
        }
        return zeroed == null ? word : zeroed.toString();
    }

    private static char sign(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? '0' : c == '\u2019' ? '\'' : c;
    }
}
