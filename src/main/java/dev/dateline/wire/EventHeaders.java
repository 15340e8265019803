package dev.dateline.wire;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * CloudEvents 1.0 attributes in binary mode of the Kafka protocol binding. The id is a digest of channel, key and
 * value, so that a replay repeats it; the time is the article's, never the clock's.
 */
final class EventHeaders {
    enum Type {
        ENRICHED(Channel.ENRICHED, "dev.dateline.article.enriched", "article-enriched.schema.json"),
        RECALLED(Channel.ENRICHED, "dev.dateline.article.recalled", "article-enriched.schema.json"),
        ENTITY(Channel.ENTITIES, "dev.dateline.article.entity", "entity-mention.schema.json"),
        TOPIC(Channel.TOPICS, "dev.dateline.article.topic", "topic-mention.schema.json"),
        QUOTE(Channel.QUOTES, "dev.dateline.article.quote", "quotation.schema.json"),
        ARTICLE_STORY(Channel.ARTICLE_STORIES, "dev.dateline.article.story", "article-story.schema.json"),
        STORY(Channel.STORIES, "dev.dateline.story", "story.schema.json"),
        STORY_CHANGE(Channel.STORY_CHANGES, "dev.dateline.story.change", "story-change.schema.json");

        private final Channel channel;
        private final String event;
        private final String schema;

        Type(Channel channel, String event, String schema) {
            this.channel = channel;
            this.event = event;
            this.schema = schema;
        }
    }

    private static final Header CONTENT_TYPE = Header.of("content-type", "application/json");
    private static final Header SPEC_VERSION = Header.of("ce_specversion", "1.0");

    private final Header source;
    /** Of every record of the type, made once: {@code ce_type} and {@code ce_dataschema}. */
    private final Map<Type, List<Header>> ofType = new EnumMap<>(Type.class);

    EventHeaders(URI source, URI schemas) {
        this.source = Header.of("ce_source", source.toString());
        for (Type type : Type.values()) {
            ofType.put(
                    type,
                    List.of(
                            Header.of("ce_type", type.event),
                            Header.of(
                                    "ce_dataschema",
                                    schemas.resolve(type.schema).toString())));
        }
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** The record of an event; {@code time} is RFC 3339, or empty when the article has no date. */
    Outgoing record(Type type, String key, String subject, String time, byte[] value) {
        byte[] keyBytes = bytes(key);
        List<Header> constant = requireNonNull(ofType.get(type));
        List<Header> headers = new ArrayList<>(9);
        headers.add(CONTENT_TYPE);
        headers.add(SPEC_VERSION);
        headers.add(Header.of("ce_id", id(type.channel, keyBytes, value)));
        headers.add(source);
        headers.add(constant.get(0));
        headers.add(Header.of("ce_subject", subject));
        headers.add(constant.get(1));
        if (!time.isEmpty()) {
            headers.add(Header.of("ce_time", time));
        }
        return new Outgoing(type.channel, keyBytes, value, headers);
    }

    private static String id(Channel channel, byte[] key, byte[] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(channel.name()));
            // The length keeps "a" + "bc" apart from "ab" + "c".
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(key.length).flip());
            digest.update(key);
            return HexFormat.of().formatHex(digest.digest(value));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
