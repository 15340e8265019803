package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.PubStatus;
import dev.dateline.wire.ninjs.Ninjs31;
import org.jspecify.annotations.Nullable;

/**
 * From a record to an article: ninjs 3.1, 2.x, 1.x or the minimal form ({@code uri, headline, body, contentType,
 * language, outlet, byline, publishedAt, version, url, pubStatus}), bare or as a CloudEvent. Keeps no state; safe for
 * all threads.
 *
 * <p>The identity is the document's {@code uri}; the record's key is not compared with it, since only the sender knows
 * how it spreads its articles. A record without a value is a kill, and there the key is the uri.
 */
public final class ArticleDecoder {
    private final int maxBytes;

    /**
     * Makes a decoder.
     *
     * @param maxBytes the longest value to be read, in bytes
     */
    public ArticleDecoder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads one record.
     *
     * @throws RejectedException if it can never be enriched
     */
    public Decoded decode(Incoming incoming) throws RejectedException {
        byte[] value = incoming.value();
        if (value == null) {
            return killed(incoming.key());
        }
        if (value.length > maxBytes) {
            throw new RejectedException(
                    DeadLetterCode.TOO_LARGE, "the value has " + value.length + " bytes, the limit is " + maxBytes);
        }
        JsonNode payload = CloudEvent.payload(incoming.headers(), StrictJson.parse(value));
        if (!(payload instanceof ObjectNode document)) {
            throw new RejectedException(
                    DeadLetterCode.UNKNOWN_FORMAT, "an article is a JSON object, not " + NinjsDocument.typeOf(payload));
        }
        Ninjs31.upgrade(document);
        return new NinjsDocument(document).read();
    }

    private static Decoded killed(byte @Nullable [] key) throws RejectedException {
        if (key == null) {
            throw new RejectedException(DeadLetterCode.NO_URI, "the record has neither value nor key");
        }
        String uri = NinjsDocument.usableUri(StrictJson.utf8(key), "the key of a record without value");
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("uri", uri).put("pubStatus", PubStatus.CANCELED.ninjs());
        return new Decoded.Recall(uri, document);
    }
}
