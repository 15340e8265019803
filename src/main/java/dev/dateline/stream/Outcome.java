package dev.dateline.stream;

import dev.dateline.wire.DeadLetterCode;
import dev.dateline.wire.Decoded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The fate of one consumed record. Each record has exactly one, and is counted when its transaction commits. */
public sealed interface Outcome {
    /** {@code enriched}, {@code recalled}, {@code dead-lettered} or {@code ignored}. */
    String fate();

    /** What is published for the record, in order. */
    default List<ProducerRecord<byte[], byte[]>> outputs() {
        return List.of();
    }

    /**
     * Published downstream.
     *
     * @param publishedAt when the article says it was published
     * @param outlet who published it
     * @param language as detected, else {@code und}
     * @param subjects labels of its top-level Media Topics
     */
    record Enriched(
            List<ProducerRecord<byte[], byte[]>> outputs,
            Optional<Instant> publishedAt,
            Optional<String> outlet,
            String language,
            List<String> subjects)
            implements Outcome {
        @Override
        public String fate() {
            return "enriched";
        }

        public Enriched {
            outputs = List.copyOf(outputs);
            subjects = List.copyOf(subjects);
        }
    }

    /** The sender took the article back, and downstream is told. */
    record Recalled(List<ProducerRecord<byte[], byte[]>> outputs) implements Outcome {
        @Override
        public String fate() {
            return "recalled";
        }

        public Recalled {
            outputs = List.copyOf(outputs);
        }
    }

    record DeadLettered(DeadLetterCode code, ProducerRecord<byte[], byte[]> letter) implements Outcome {
        @Override
        public String fate() {
            return "dead-lettered";
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> outputs() {
            return List.of(letter);
        }
    }

    record Ignored(Decoded.Ignored.Reason reason) implements Outcome {
        @Override
        public String fate() {
            return "ignored";
        }
    }
}
