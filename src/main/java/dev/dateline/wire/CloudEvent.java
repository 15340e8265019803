package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The CloudEvents 1.0 envelope, Kafka protocol binding and JSON format. In binary mode the value is the article itself,
 * so there is nothing to open; in structured mode the article is the event's data.
 *
 * <p>Written by hand: opening an envelope is this one class, while the SDK parses into its own event type, keeps data as
 * opaque bytes to be parsed a second time, and would bring Kafka's types into this package.
 */
final class CloudEvent {
    private static final String STRUCTURED = "application/cloudevents";
    private static final String STRUCTURED_JSON = "application/cloudevents+json";
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

    private CloudEvent() {}

    /** The article within the value: the value itself unless it is a structured event. */
    static JsonNode payload(List<Header> headers, JsonNode value) throws RejectedException {
        Optional<String> declared = contentType(headers).filter(type -> type.startsWith(STRUCTURED));
        if (declared.isPresent() && !declared.get().equals(STRUCTURED_JSON)) {
            // A batch holds several articles: one of them could fail, and a record has one fate.
            throw unknown("the content type is not " + STRUCTURED_JSON + ", the only structured form understood");
        }
        if (value instanceof ObjectNode event && (declared.isPresent() || looksStructured(event))) {
            return opened(event);
        }
        return value;
    }

    private static boolean looksStructured(ObjectNode event) {
        return REQUIRED.stream().allMatch(name -> event.path(name).isTextual())
                && (event.has("data") || event.has("data_base64"));
    }

    private static JsonNode opened(ObjectNode event) throws RejectedException {
        if (!event.path("specversion").asText().equals("1.0")) {
            throw unknown("/specversion of the CloudEvent is not \"1.0\"");
        }
        JsonNode data = event.get("data");
        JsonNode encoded = event.get("data_base64");
        if ((data == null) == (encoded == null)) {
            throw unknown("a CloudEvent needs exactly one of /data and /data_base64");
        }
        if (data != null) {
            return data;
        }
        if (!encoded.isTextual()) {
            throw unknown("/data_base64 is not a string");
        }
        try {
            return StrictJson.parse(Base64.getDecoder().decode(encoded.asText()));
        } catch (IllegalArgumentException malformed) {
            throw new RejectedException(DeadLetterCode.UNKNOWN_FORMAT, "/data_base64 is not base64", malformed);
        }
    }

    /** The media type without parameters, in lower case. */
    private static Optional<String> contentType(List<Header> headers) {
        for (Header header : headers) {
            byte[] value = header.value();
            if (value != null && header.name().equalsIgnoreCase("content-type")) {
                String type = new String(value, StandardCharsets.UTF_8);
                int parameters = type.indexOf(';');
                return Optional.of((parameters < 0 ? type : type.substring(0, parameters))
                        .strip()
                        .toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static RejectedException unknown(String message) {
        return new RejectedException(DeadLetterCode.UNKNOWN_FORMAT, message);
    }
}
