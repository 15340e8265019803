package dev.dateline.enrich.amounts;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An amount as read, in tokens.
 *
 * @param kind {@code money}, {@code percent}, {@code count}, {@code casualty}
 * @param least the value, or the lower end of a range
 * @param most the upper end of a range, absent for a single value
 * @param more details after the figures, in the order published
 */
record Amount(
        int from,
        int to,
        String kind,
        BigDecimal least,
        Optional<BigDecimal> most,
        double confidence,
        Map<String, Object> more) {

    Map<String, Object> details(Optional<String> qualifier) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("amountKind", kind);
        if (most.isPresent()) {
            details.put("min", number(least));
            details.put("max", number(most.get()));
        } else {
            details.put("value", number(least));
        }
        qualifier.ifPresent(word -> details.put("qualifier", word));
        details.putAll(more);
        return details;
    }

    /** Whole numbers without a fraction, so that they are published as such. */
    private static Number number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            return plain.longValueExact();
        }
        return plain.doubleValue();
    }
}
