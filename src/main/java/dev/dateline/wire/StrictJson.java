package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * One JSON text in UTF-8 (RFC 8259), read so that no two readers can understand it differently: malformed UTF-8,
 * duplicate names (as RFC 7493 asks) and anything after the value are errors. A byte order mark is accepted. Numbers
 * keep all their digits; an escaped lone surrogate, which no UTF-8 can carry on, becomes U+FFFD.
 *
 * <p>Error messages say where, never what: the bytes may be confidential, and they travel with the dead letter anyway.
 */
final class StrictJson {
    static final int MAX_NESTING = 200;
    static final int MAX_NUMBER_LENGTH = 1_000;

    /** Strings are bounded by the size of the whole value, which is checked before. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    // A sender's field names are unbounded, and interned or cached ones would outlive the record.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    static JsonNode parse(byte[] bytes) throws RejectedException {
        String json = LoneSurrogates.mended(utf8(bytes));
        try {
            JsonNode value = MAPPER.readTree(json);
            if (value == null || value.isMissingNode()) {
                throw new RejectedException(DeadLetterCode.NOT_JSON, "the value is empty");
            }
            return value;
        } catch (StreamConstraintsException beyond) {
            throw new RejectedException(
                    DeadLetterCode.NOT_JSON,
                    "the JSON nests deeper than " + MAX_NESTING + " levels or holds a number longer than "
                            + MAX_NUMBER_LENGTH + " characters" + at(beyond.getLocation()));
        } catch (JsonProcessingException malformed) {
            String problem = malformed.getOriginalMessage().startsWith("Duplicate field")
                    ? "a field name occurs twice in one object"
                    : "the value is not one well-formed JSON text";
            throw new RejectedException(DeadLetterCode.NOT_JSON, problem + at(malformed.getLocation()));
        } catch (NumberFormatException beyondDecimals) {
            // Jackson lets this one through as it is, and its message quotes the number.
            throw new RejectedException(DeadLetterCode.NOT_JSON, "a number's exponent lies beyond 32 bits");
        }
    }

    /** Strict, and without the byte order mark. */
    static String utf8(byte[] bytes) throws RejectedException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new RejectedException(
                    DeadLetterCode.NOT_UTF8, "the byte at offset " + in.position() + " is not part of valid UTF-8");
        }
        out.flip();
        return out.length() > 0 && out.charAt(0) == '\uFEFF'
                ? out.subSequence(1, out.length()).toString()
                : out.toString();
    }

    private static String at(JsonLocation where) {
        return where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }
}
