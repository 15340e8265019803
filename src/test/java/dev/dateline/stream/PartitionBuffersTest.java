package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PartitionBuffersTest {
    private static final TopicPartition ZERO = new TopicPartition("articles", 0);
    private static final TopicPartition ONE = new TopicPartition("articles", 1);

    @Test
    void aLongPartitionDoesNotKeepTheOthersWaiting() {
        PartitionBuffers buffers = new PartitionBuffers(1_000_000, 100);
        for (int offset = 0; offset < 100; offset++) {
            buffers.add(input(ZERO, offset, 10));
        }
        buffers.add(input(ONE, 0, 10));
        buffers.add(input(ONE, 1, 10));

        assertThat(taken(buffers, 4)).containsExactly("0@0", "1@0", "0@1", "1@1");
        assertThat(buffers.nextOffset(ZERO)).hasValue(2);
        assertThat(buffers.nextOffset(ONE)).isEmpty();
    }

    @Test
    void theNextIsWhatIsTaken() {
        PartitionBuffers buffers = new PartitionBuffers(1_000_000, 100);
        buffers.add(input(ONE, 0, 10));
        buffers.add(input(ZERO, 0, 10));

        assertThat(buffers.next()).isSameAs(buffers.take());
        assertThat(buffers.next().partition()).isZero();
    }

    @Test
    void aPartitionThatComesBackHasItsTurnLast() {
        PartitionBuffers buffers = new PartitionBuffers(1_000_000, 100);
        buffers.add(input(ZERO, 0, 10));
        buffers.add(input(ONE, 0, 10));
        buffers.add(input(ONE, 1, 10));

        assertThat(taken(buffers, 1)).containsExactly("0@0");
        buffers.add(input(ZERO, 1, 10));

        assertThat(taken(buffers, 3)).containsExactly("1@0", "0@1", "1@1");
    }

    @Test
    void aPartitionThatHoldsItsShareIsFull() {
        PartitionBuffers buffers = new PartitionBuffers(2_000, 100);
        buffers.add(input(ZERO, 0, 1_200));
        buffers.add(input(ONE, 0, 10));

        assertThat(buffers.full(Set.of(ZERO, ONE), 0)).containsExactly(ZERO);
    }

    @Test
    void aPartitionThatHoldsEnoughIsFull() {
        PartitionBuffers buffers = new PartitionBuffers(1_000_000, 2);
        buffers.add(input(ZERO, 0, 10));
        buffers.add(input(ONE, 0, 10));
        buffers.add(input(ONE, 1, 10));

        assertThat(buffers.full(Set.of(ZERO, ONE), 0)).containsExactly(ONE);
    }

    @Test
    void allPartitionsAreFullWhenTheBytesAreSpent() {
        PartitionBuffers buffers = new PartitionBuffers(1_000, 100);
        buffers.add(input(ZERO, 0, 5_000));

        assertThat(buffers.full(Set.of(ZERO, ONE), 0)).containsExactlyInAnyOrder(ZERO, ONE);
    }

    @Test
    void bytesHeldElsewhereAreSpentToo() {
        PartitionBuffers buffers = new PartitionBuffers(1_000, 100);
        buffers.add(input(ZERO, 0, 10));

        assertThat(buffers.full(Set.of(ZERO, ONE), 500)).isEmpty();
        assertThat(buffers.full(Set.of(ZERO, ONE), 1_000)).containsExactlyInAnyOrder(ZERO, ONE);
    }

    @Test
    void whatIsRevokedIsForgotten() {
        PartitionBuffers buffers = new PartitionBuffers(1_000, 100);
        buffers.add(input(ZERO, 0, 100));
        buffers.add(input(ONE, 0, 100));

        buffers.drop(Set.of(ZERO));

        assertThat(taken(buffers, 1)).containsExactly("1@0");
        assertThat(buffers.isEmpty()).isTrue();
        assertThat(buffers.bytes()).isZero();
    }

    private static List<String> taken(PartitionBuffers buffers, int count) {
        return Stream.generate(buffers::take)
                .limit(count)
                .map(each -> each.partition() + "@" + each.offset())
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> input(TopicPartition partition, long offset, int bytes) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                bytes,
                new byte[0],
                new byte[bytes],
                new RecordHeaders(),
                Optional.empty());
    }
}
