package dev.dateline.story;

import java.math.BigDecimal;

/** Numbers as claims show them. */
final class Figure {
    private Figure() {}

    static String shown(String qualifier, double min, double max) {
        String range = Double.compare(min, max) == 0 ? plain(min) : plain(min) + "-" + plain(max);
        return qualifier.isEmpty() ? range : qualifier + " " + range;
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
