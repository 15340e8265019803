package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.article.Article;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Topic;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One entity, topic or quotation as it appears in one article, with enough of the article to be of use without a join. */
final class Appearance {
    private final Enrichment enrichment;
    private final Optional<String> headline;
    private final Map<String, Annotation> annotations = new HashMap<>();

    Appearance(Enrichment enrichment) {
        this.enrichment = enrichment;
        this.headline = enrichment.article().headline().map(OneLine::cut);
        enrichment.annotations().forEach(annotation -> annotations.put(annotation.id(), annotation));
    }

    byte[] of(Entity entity) {
        return JsonBytes.of(json -> {
            json.writeStringField("id", entity.id());
            json.writeStringField("type", entity.type());
            json.writeStringField("name", entity.name());
            json.writeNumberField("salience", entity.salience());
            json.writeArrayFieldStart("mentions");
            for (String id : entity.mentions()) {
                Annotation mention = annotations.get(id);
                if (mention != null) {
                    write(json, mention);
                }
            }
            json.writeEndArray();
            Sidecar.known(json, entity);
            JsonBytes.author(json, entity.by());
            article(json);
        });
    }

    byte[] of(Topic topic) {
        return JsonBytes.of(json -> {
            Sidecar.fields(json, topic);
            article(json);
        });
    }

    byte[] of(Annotation quote) {
        return JsonBytes.of(json -> {
            Sidecar.fields(json, quote);
            article(json);
        });
    }

    private static void write(JsonGenerator json, Annotation mention) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", mention.id());
        json.writeNumberField("start", mention.start());
        json.writeNumberField("end", mention.end());
        json.writeStringField("exact", mention.exact());
        json.writeNumberField("confidence", mention.confidence());
        json.writeEndObject();
    }

    private void article(JsonGenerator json) throws IOException {
        Article article = enrichment.article();
        json.writeStringField("articleUri", article.uri());
        if (article.version().isPresent()) {
            json.writeStringField("articleVersion", article.version().get());
        }
        json.writeStringField("pubStatus", article.pubStatus().ninjs());
        json.writeStringField("language", enrichment.languageTag());
        if (headline.isPresent()) {
            json.writeStringField("headline", headline.get());
        }
        if (article.outlet().isPresent()) {
            json.writeStringField("outlet", article.outlet().get());
        }
        if (article.publishedAt().isPresent()) {
            json.writeStringField("publishedAt", article.publishedAt().get().toString());
        }
    }
}
