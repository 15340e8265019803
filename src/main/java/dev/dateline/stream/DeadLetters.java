package dev.dateline.stream;

import dev.dateline.wire.DeadLetterCode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record that can never be enriched as it came, key, value and headers, with the reason in headers named as
 * SmallRye names them, so that tools for those work here too.
 */
final class DeadLetters {
    private static final int MAX_REASON = 1_000;
    private static final Set<String> OURS = Set.of(
            "dead-letter-code",
            "dead-letter-reason",
            "dead-letter-cause",
            "dead-letter-topic",
            "dead-letter-partition",
            "dead-letter-offset",
            "dead-letter-body");

    private final String topic;

    DeadLetters(String topic) {
        this.topic = topic;
    }

    ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> input, DeadLetterCode code, Throwable reason) {
        return letter(input, code, reason, input.key(), input.value(), true);
    }

    /**
     * The letter without its body, for a record so large that the broker takes it on no topic of ours. The headers say
     * where the original is.
     */
    ProducerRecord<byte[], byte[]> withoutBody(
            ConsumerRecord<byte[], byte[]> input, DeadLetterCode code, Throwable reason) {
        return bodiless(letter(input, code, reason, input.key(), new byte[0], true));
    }

    /** Our headers alone, for a record whose key and headers are too large as well. */
    ProducerRecord<byte[], byte[]> bare(ConsumerRecord<byte[], byte[]> input, DeadLetterCode code, Throwable reason) {
        return bodiless(letter(input, code, reason, new byte[0], new byte[0], false));
    }

    private static ProducerRecord<byte[], byte[]> bodiless(ProducerRecord<byte[], byte[]> letter) {
        letter.headers().add("dead-letter-body", "refused-by-broker".getBytes(StandardCharsets.UTF_8));
        return letter;
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> input,
            DeadLetterCode code,
            Throwable reason,
            byte @Nullable [] key,
            byte @Nullable [] body,
            boolean withHeaders) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : input.headers()) {
            // A letter that was sent back and failed again tells of its last failure only.
            if (withHeaders && !OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        add(headers, "dead-letter-code", code.name());
        add(headers, "dead-letter-reason", reason.getMessage() == null ? code.name() : reason.getMessage());
        if (reason.getCause() != null) {
            add(headers, "dead-letter-cause", reason.getCause().toString());
        }
        add(headers, "dead-letter-topic", input.topic());
        add(headers, "dead-letter-partition", Integer.toString(input.partition()));
        add(headers, "dead-letter-offset", Long.toString(input.offset()));
        return new ProducerRecord<>(topic, null, null, key, body, headers);
    }

    private static void add(RecordHeaders headers, String name, String value) {
        String bounded = value.length() > MAX_REASON ? value.substring(0, MAX_REASON) : value;
        headers.add(name, bounded.getBytes(StandardCharsets.UTF_8));
    }
}
