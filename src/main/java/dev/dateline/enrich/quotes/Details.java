package dev.dateline.enrich.quotes;

import dev.dateline.enrich.Entity;
import dev.dateline.enrich.quotes.Attribution.Stretch;
import dev.dateline.enrich.quotes.Quotations.Quotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attributions as they are published. Ask in text order. */
final class Details {
    private static final Set<Integer> NOT = Phrases.hashes("not n't 't never neither nor without");

    private final Reading reading;
    private final Speakers speakers;
    private final Map<String, String> names = new HashMap<>();

    Details(Reading reading, List<Entity> entities) {
        this.reading = reading;
        this.speakers = new Speakers(reading);
        entities.forEach(entity -> names.put(entity.id(), entity.name()));
    }

    Map<String, Object> of(Attribution each) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("quoteKind", kind(each));
        details.put(
                "parts",
                each.parts().stream()
                        .map(part -> List.of(reading.start(part.from()), reading.end(part.to() - 1)))
                        .toList());
        String reported = each.cue() < 0 ? "" : ReportingVerbs.classOf(reading.word(each.cue()));
        if (each.cue() >= 0) {
            Map<String, Object> cue = span(new Stretch(each.cue(), each.cue() + 1));
            cue.put("class", reported.isEmpty() ? ReportingVerbs.OTHER : reported);
            details.put("cue", cue);
        }
        List<Map<String, Object>> chain = new ArrayList<>();
        each.source().ifPresent(source -> {
            Map<String, Object> speaker = named(source, speakers.resolved(source));
            details.put("speaker", speaker);
            chain.add(link("speaker", speaker));
        });
        each.addressee().ifPresent(whom -> chain.add(link("addressee", named(whom, speakers.entity(whom)))));
        each.via().forEach(teller -> chain.add(link("via", named(teller, speakers.entity(teller)))));
        if (!chain.isEmpty()) {
            details.put("chain", chain);
        }
        details.put("denied", reported.equals("denied") && !negated(each.cue()));
        return details;
    }

    private boolean negated(int cue) {
        for (int at = cue - 1; at >= 0 && at > cue - 4; at--) {
            if (NOT.contains(reading.word(at))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> link(String role, Map<String, Object> person) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("role", role);
        link.putAll(person);
        return link;
    }

    private Map<String, Object> named(Stretch stretch, String entity) {
        Map<String, Object> span = span(stretch);
        if (!entity.isEmpty()) {
            span.put("entity", entity);
            String name = names.get(entity);
            if (name != null) {
                span.put("name", name);
            }
        }
        return span;
    }

    private Map<String, Object> span(Stretch stretch) {
        Map<String, Object> span = new LinkedHashMap<>();
        int start = reading.start(stretch.from());
        int end = reading.end(stretch.to() - 1);
        span.put("start", start);
        span.put("end", end);
        span.put("exact", reading.text().slice(start, end));
        return span;
    }

    private String kind(Attribution each) {
        int quoted = 0;
        int words = 0;
        boolean speech = false;
        for (Stretch part : each.parts()) {
            for (int token = part.from(); token < part.to(); token++) {
                boolean inside = reading.quotations().quoted(token);
                quoted += inside ? 1 : 0;
                speech |= inside && spoken(reading.quotations().at(token));
                words += inside || reading.shape(token) != Reading.MARK ? 1 : 0;
            }
        }
        if (each.cue() < 0) {
            return "direct";
        }
        return quoted == 0 ? "indirect" : speech && quoted == words ? "direct" : "mixed";
    }

    /** A stretch that no comma, colon or sentence begins, or of a word or two, is borrowed into the article's sentence. */
    private boolean spoken(int quotation) {
        Quotation stretch = reading.quotations().get(quotation);
        int from = stretch.from();
        char before = from == 0 ? '.' : reading.mark(from - 1);
        boolean opens = before == ',' || before == ':' || reading.sentenceStart(reading.sentenceOf(from)) == from;
        boolean capital = from + 1 < stretch.to() && reading.shape(from + 1) != Reading.LOWER;
        return stretch.length() > 4 ? opens || capital : opens && capital;
    }
}
