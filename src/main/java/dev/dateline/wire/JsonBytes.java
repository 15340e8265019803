package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.enrich.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** Writes one JSON object, streaming. */
final class JsonBytes {
    /** Pairs as four bytes of UTF-8, where Jackson by default escapes both halves. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonBytes() {}

    /** What writes the fields of the object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] of(Fields fields) {
        // Its blocks grow without a copy, and the first is the thread's own, used again and again.
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(MAPPER.getFactory()._getBufferRecycler())) {
            try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
                json.writeStartObject();
                fields.write(json);
                json.writeEndObject();
            }
            return bytes.getClearAndRelease();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void author(JsonGenerator json, Stage by) throws IOException {
        json.writeObjectFieldStart("by");
        json.writeStringField("stage", by.name());
        json.writeStringField("model", by.model());
        json.writeStringField("version", by.version());
        json.writeEndObject();
    }

    /** A JSON-shaped value: string, finite number, boolean, null, or a list or map of such. */
    static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof CharSequence text) {
            json.writeString(text.toString());
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double real && Double.isFinite(real)) {
            json.writeNumber(real);
        } else if (value instanceof BigDecimal exact) {
            json.writeNumber(exact);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException("an annotation's detail is of " + value.getClass()
                    + ", which is no string, finite number, boolean, list or map");
        }
    }
}
