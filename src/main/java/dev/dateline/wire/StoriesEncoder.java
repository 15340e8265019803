package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.story.Assignment;
import dev.dateline.story.Change;
import dev.dateline.story.Delta;
import dev.dateline.story.Duplicate;
import dev.dateline.story.Named;
import dev.dateline.story.Outcome;
import dev.dateline.story.Story;
import dev.dateline.story.Subject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * From what a desk decided to the records to publish: on {@link Channel#ARTICLE_STORIES}, {@link Channel#STORIES} and
 * {@link Channel#STORY_CHANGES}, as CloudEvents in binary mode. Equal input gives equal bytes. Safe for all threads.
 */
public final class StoriesEncoder {
    private static final double DECIMALS = 10_000;

    private final EventHeaders headers;

    /** @see EnrichedEncoder#EnrichedEncoder */
    public StoriesEncoder(URI source, URI schemas) {
        this.headers = new EventHeaders(source, schemas);
    }

    /** Takes the records one by one. */
    public interface Sink {
        /** @param version of the article whose story the record tells; 0 for all other records */
        void add(Outgoing record, long version);
    }

    /** Changes first told, then where the articles are, then the stories as they stand after it. */
    public void encode(Outcome outcome, Sink sink) {
        for (Change change : outcome.changes()) {
            sink.add(
                    headers.record(
                            EventHeaders.Type.STORY_CHANGE,
                            change.storyId(),
                            change.uri(),
                            change.at().toString(),
                            json(change)),
                    0);
        }
        for (Assignment assignment : outcome.assignments()) {
            sink.add(
                    headers.record(
                            EventHeaders.Type.ARTICLE_STORY, assignment.uri(), assignment.uri(), "", json(assignment)),
                    assignment.version());
        }
        for (Story story : outcome.stories()) {
            sink.add(
                    headers.record(
                            EventHeaders.Type.STORY,
                            story.id(),
                            story.id(),
                            story.lastSeen().toString(),
                            json(story)),
                    0);
        }
    }

    /** An assignment as published. */
    public byte[] json(Assignment assignment) {
        return JsonBytes.of(json -> {
            json.writeStringField("articleUri", assignment.uri());
            if (assignment.removed()) {
                json.writeBooleanField("removed", true);
            }
            json.writeStringField("story", assignment.storyId());
            number(json, "similarity", assignment.similarity());
            if (assignment.duplicate().isPresent()) {
                Duplicate duplicate = assignment.duplicate().get();
                json.writeStringField("duplicateOf", duplicate.of());
                json.writeStringField("duplicateKind", duplicate.kind().published());
                number(json, "duplicateSimilarity", duplicate.similarity());
            }
        });
    }

    /** A story as published. */
    public byte[] json(Story story) {
        return JsonBytes.of(json -> {
            json.writeStringField("id", story.id());
            json.writeStringField("language", story.language());
            json.writeStringField("state", story.state().published());
            if (story.mergedInto().isPresent()) {
                json.writeStringField("mergedInto", story.mergedInto().get());
            }
            json.writeObjectFieldStart("headline");
            json.writeStringField("text", story.headline().text());
            json.writeStringField("articleUri", story.headline().uri());
            json.writeEndObject();
            json.writeStringField("firstSeen", story.firstSeen().toString());
            json.writeStringField("lastSeen", story.lastSeen().toString());
            json.writeNumberField("size", story.size());
            number(json, "velocity", story.velocity());
            json.writeArrayFieldStart("outlets");
            for (Map.Entry<String, Integer> outlet : story.outlets().entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", outlet.getKey());
                json.writeNumberField("articles", outlet.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("entities");
            for (Named entity : story.entities()) {
                json.writeStartObject();
                json.writeStringField("id", entity.id());
                json.writeStringField("type", entity.type());
                json.writeStringField("name", entity.name());
                number(json, "salience", entity.salience());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("topics");
            for (Subject topic : story.topics()) {
                json.writeStartObject();
                json.writeStringField("code", topic.qcode());
                json.writeStringField("label", topic.name());
                number(json, "score", topic.score());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("members");
            for (Story.Member member : story.members()) {
                member(json, member);
            }
            json.writeEndArray();
        });
    }

    private static void member(JsonGenerator json, Story.Member member) throws IOException {
        json.writeStartObject();
        json.writeStringField("articleUri", member.uri());
        given(json, "outlet", member.outlet());
        json.writeStringField("publishedAt", member.publishedAt().toString());
        given(json, "headline", member.headline());
        if (member.duplicateOf().isPresent()) {
            json.writeStringField("duplicateOf", member.duplicateOf().get());
        }
        json.writeEndObject();
    }

    private static byte[] json(Change change) {
        return JsonBytes.of(json -> {
            json.writeStringField("story", change.storyId());
            json.writeStringField("change", change.kind().published());
            json.writeStringField("articleUri", change.uri());
            json.writeStringField("at", change.at().toString());
            if (change.into().isPresent()) {
                json.writeStringField("mergedInto", change.into().get());
            }
            if (change.recall().isPresent()) {
                json.writeStringField("recall", change.recall().get().published());
            }
            if (change.delta().isPresent()) {
                Delta delta = change.delta().get();
                json.writeStringField("delta", delta.kind());
                side(json, "earlier", delta.earlier());
                side(json, "later", delta.later());
            }
        });
    }

    private static void side(JsonGenerator json, String name, Delta.Side side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("articleUri", side.uri());
        given(json, "outlet", side.outlet());
        json.writeNumberField("start", side.start());
        json.writeNumberField("end", side.end());
        json.writeStringField("exact", side.exact());
        json.writeStringField("value", side.value());
        json.writeEndObject();
    }

    private static void given(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeNumberField(name, Math.round(value * DECIMALS) / DECIMALS);
    }
}
