package dev.dateline.story;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Claims from annotations in their published form. */
final class Annotated {
    private static final Set<String> COMPARABLE = Set.of("day", "month", "year");

    private Annotated() {}

    static Optional<Claim> claim(String kind, Claim.Span span, Map<String, Object> details) {
        return switch (kind) {
            case "amount" -> amount(span, details);
            case "date" -> date(span, details);
            case "quote" -> Optional.of(statement(span, details));
            default -> Optional.empty();
        };
    }

    private static Optional<Claim> amount(Claim.Span span, Map<String, Object> details) {
        Object least = details.containsKey("min") ? details.get("min") : details.get("value");
        Object most = details.containsKey("max") ? details.get("max") : least;
        if (!(least instanceof Number min) || !(most instanceof Number max)) {
            return Optional.empty();
        }
        String kind = string(details, "amountKind");
        String qualifier = string(details, "qualifier");
        String of = string(details, "of");
        return Optional.of(
                kind.equals("casualty")
                        ? new Claim.Casualty(
                                span, min.doubleValue(), max.doubleValue(), qualifier, string(details, "casualty"), of)
                        : new Claim.Amount(
                                span,
                                kind,
                                min.doubleValue(),
                                max.doubleValue(),
                                qualifier,
                                string(details, "unit"),
                                string(details, "currency"),
                                of));
    }

    private static Optional<Claim> date(Claim.Span span, Map<String, Object> details) {
        String value = string(details, "value");
        String precision = string(details, "precision");
        return value.isEmpty() || !COMPARABLE.contains(precision)
                ? Optional.empty()
                : Optional.of(new Claim.Date(span, value, precision));
    }

    private static Claim statement(Claim.Span span, Map<String, Object> details) {
        String speaker = "";
        if (details.get("speaker") instanceof Map<?, ?> who) {
            speaker = who.get("entity") instanceof String entity
                    ? entity
                    : who.get("name") instanceof String name
                            ? name
                            : who.get("exact") instanceof String exact ? exact : "";
        }
        String cue =
                details.get("cue") instanceof Map<?, ?> verb && verb.get("class") instanceof String known ? known : "";
        return new Claim.Statement(span, speaker, cue, Boolean.TRUE.equals(details.get("denied")));
    }

    private static String string(Map<String, Object> details, String name) {
        return details.get(name) instanceof String value ? value : "";
    }
}
