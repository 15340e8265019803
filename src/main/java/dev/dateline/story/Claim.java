package dev.dateline.story;

import java.util.Map;
import java.util.Optional;

/** Something an article states that another may state differently. */
public sealed interface Claim {
    /** Where it stands. */
    Span span();

    /** {@code amount}, {@code casualty}, {@code date} or {@code statement}. */
    String kind();

    /** What is compared, for a reader: {@code 50000000000 USD}, {@code killed 12-15}, {@code 2018-07-12}, {@code denied}. */
    String value();

    /**
     * A claim's characters, in code points of the article's text, ends exclusive.
     *
     * @param sentenceStart first code point of the sentence around it
     */
    record Span(int start, int end, String exact, int sentenceStart, int sentenceEnd) {
        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a claim needs 0 <= start < end, not " + start + ".." + end);
            }
        }
    }

    /**
     * A sum, share or number.
     *
     * @param amountKind {@code money}, {@code percent} or {@code count}
     * @param min equal to {@code max} for a single value
     * @param qualifier {@code about}, {@code up-to}, {@code at-least}, {@code more-than}, {@code less-than}; empty for none
     * @param unit of a count; empty for none
     * @param currency ISO 4217; empty for none
     * @param of what is counted or paid for; empty for none
     */
    record Amount(
            Span span,
            String amountKind,
            double min,
            double max,
            String qualifier,
            String unit,
            String currency,
            String of)
            implements Claim {
        @Override
        public String kind() {
            return "amount";
        }

        @Override
        public String value() {
            String measure = amountKind.equals("percent") ? "%" : currency.isEmpty() ? unit : currency;
            return Figure.shown(qualifier, min, max) + (measure.isEmpty() ? "" : " " + measure);
        }
    }

    /**
     * A number of victims.
     *
     * @param casualty {@code killed}, {@code injured} or {@code missing}
     * @param of who; empty for none
     */
    record Casualty(Span span, double min, double max, String qualifier, String casualty, String of) implements Claim {
        @Override
        public String kind() {
            return "casualty";
        }

        @Override
        public String value() {
            return casualty + " " + Figure.shown(qualifier, min, max);
        }
    }

    /**
     * A point in time.
     *
     * @param value ISO 8601
     * @param precision as the annotation says: {@code day}, {@code month}, …
     */
    record Date(Span span, String value, String precision) implements Claim {
        @Override
        public String kind() {
            return "date";
        }
    }

    /**
     * What somebody is said to have said.
     *
     * @param speaker entity id, else the name as written; empty if nobody is named
     * @param cueClass of the verb, e.g. {@code report}, {@code deny}; empty for none
     */
    record Statement(Span span, String speaker, String cueClass, boolean denied) implements Claim {
        @Override
        public String kind() {
            return "statement";
        }

        @Override
        public String value() {
            return denied ? "denied" : "said";
        }
    }

    /**
     * Reads an annotation of the enriched article, by its published form.
     *
     * @param annotationKind other than {@code amount}, {@code date} and {@code quote}: none
     * @param details the annotation's, JSON-shaped
     * @return empty too for what cannot be compared: durations, times, dates that hang on an unknown one
     */
    static Optional<Claim> of(String annotationKind, Span span, Map<String, Object> details) {
        return Annotated.claim(annotationKind, span, details);
    }
}
