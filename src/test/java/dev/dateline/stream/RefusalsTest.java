package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.stream.TransactionalWriter.Refused;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final ConsumerRecord<byte[], byte[]> INPUT =
            new ConsumerRecord<>("articles", 0, 7, new byte[0], new byte[0]);
    private static final Coordinates WHERE = Coordinates.of(INPUT);

    private final Refused refused = new Refused(WHERE, new RecordTooLargeException("too large"), true);
    private final Refused amongOthers = new Refused(WHERE, new RecordTooLargeException("too large"), false);
    private final Refusals refusals = new Refusals();

    @Test
    void ofOneAmongOthersOnlyMakesASuspect() {
        refusals.add(amongOthers);

        assertThat(refusals.suspects(INPUT)).isTrue();
        assertThat(refusals.of(WHERE)).isEmpty();
    }

    @Test
    void ofOneAloneIsCertainAndCounted() {
        refusals.add(amongOthers);
        refusals.add(refused);
        refusals.add(refused);

        assertThat(refusals.of(WHERE).orElseThrow().times()).isEqualTo(2);
        assertThat(refusals.suspects(INPUT)).isTrue();
    }

    @Test
    void areOverOnceTheInputIsSettled() {
        refusals.add(refused);

        refusals.settled(WHERE);

        assertThat(refusals.suspects(INPUT)).isFalse();
        assertThat(refusals.of(WHERE)).isEmpty();
    }

    @Test
    void areForgottenWithTheirPartition() {
        refusals.add(refused);

        refusals.drop(List.of(new TopicPartition("articles", 0)));

        assertThat(refusals.suspects(INPUT)).isFalse();
        assertThat(refusals.of(WHERE)).isEmpty();
    }
}
