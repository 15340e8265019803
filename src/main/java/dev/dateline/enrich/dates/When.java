package dev.dateline.enrich.dates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A date, time or duration as read, in tokens.
 *
 * @param value ISO 8601, empty where it hangs on a publication time that is not known
 * @param offset what stands for the value then: {@code -P1D}, {@code -thursday}, {@code --07-12}
 */
record When(int from, int to, String precision, Optional<String> value, Optional<String> offset) {
    static When fixed(int from, int to, String precision, String value) {
        return new When(from, to, precision, Optional.of(value), Optional.empty());
    }

    static When relative(int from, int to, String precision, Optional<String> value, String offset) {
        return new When(from, to, precision, value, value.isPresent() ? Optional.empty() : Optional.of(offset));
    }

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        value.ifPresent(iso -> details.put("value", iso));
        details.put("precision", precision);
        offset.ifPresent(shift -> {
            details.put("relative", true);
            details.put("offset", shift);
        });
        return details;
    }
}
