package dev.dateline.wire;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * CloudEvents 1.0 attributes in binary mode of the Kafka protocol binding. The id is a digest of channel, key and
 * value, so that a replay repeats it; the time is the article's, never the clock's.
 */
record EventHeaders(URI source, URI schemas) {
    enum Type {
        ENRICHED(Channel.ENRICHED, "dev.dateline.article.enriched", "article-enriched.schema.json"),
        RECALLED(Channel.ENRICHED, "dev.dateline.article.recalled", "article-enriched.schema.json"),
        ENTITY(Channel.ENTITIES, "dev.dateline.article.entity", "entity-mention.schema.json"),
        TOPIC(Channel.TOPICS, "dev.dateline.article.topic", "topic-mention.schema.json");

        private final Channel channel;
        private final String event;
        private final String schema;

        Type(Channel channel, String event, String schema) {
            this.channel = channel;
            this.event = event;
            this.schema = schema;
        }
    }

    /** The record of an event; {@code time} is RFC 3339, or empty when the article has no date. */
    Outgoing record(Type type, String key, String subject, String time, byte[] value) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = new ArrayList<>(8);
        headers.add(Header.of("content-type", "application/json"));
        headers.add(Header.of("ce_specversion", "1.0"));
        headers.add(Header.of("ce_id", id(type.channel, keyBytes, value)));
        headers.add(Header.of("ce_source", source.toString()));
        headers.add(Header.of("ce_type", type.event));
        headers.add(Header.of("ce_subject", subject));
        headers.add(Header.of("ce_dataschema", schemas.resolve(type.schema).toString()));
        if (!time.isEmpty()) {
            headers.add(Header.of("ce_time", time));
        }
        return new Outgoing(type.channel, keyBytes, value, headers);
    }

    private static String id(Channel channel, byte[] key, byte[] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(channel.name().getBytes(StandardCharsets.UTF_8));
            // The length keeps "a" + "bc" apart from "ab" + "c".
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(key.length).flip());
            digest.update(key);
            return HexFormat.of().formatHex(digest.digest(value));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
