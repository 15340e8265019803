package dev.dateline.example;

import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Stage;
import java.util.Map;
import java.util.regex.Pattern;

public final class HashtagEnricher implements Enricher {
    private static final Stage STAGE = new Stage("hashtags", "pattern", "1");
    private static final Pattern HASHTAG = Pattern.compile("#\\p{L}[\\p{L}\\p{N}_]*");

    @Override
    public Stage stage() {
        return STAGE;
    }

    @Override
    public Findings enrich(Enrichment soFar) {
        Text text = soFar.article().text();
        return Findings.NONE.withAnnotations(HASHTAG.matcher(text.value())
                .results()
                .map(found -> Annotation.of(
                        "hashtag",
                        text,
                        text.toCodePoint(found.start()),
                        text.toCodePoint(found.end()),
                        1,
                        STAGE,
                        Map.of("tag", found.group().substring(1))))
                .toList());
    }
}
