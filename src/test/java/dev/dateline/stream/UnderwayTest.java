package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.wire.Decoded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnderwayTest {
    /** Less than what is done waits for more when others wait. */
    private static final Duration GATHERING = Duration.ofMillis(400);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TopicPartition ZERO = new TopicPartition("articles", 0);
    private static final TopicPartition ONE = new TopicPartition("articles", 1);

    private final long begun = System.nanoTime();
    private final Workers workers = new Workers(2);
    private final Underway underway = new Underway(workers, 0);
    private final CountDownLatch slow = new CountDownLatch(1);

    @AfterEach
    void end() {
        underway.clear();
        workers.close();
    }

    @Test
    void nothingIsTakenPastWhatIsNotDone() throws InterruptedException {
        add(ZERO, 0, true);
        add(ZERO, 1, false);
        add(ONE, 7, false);
        awaitFinished(1);

        assertThat(underway.take()).extracting(each -> each.input().offset()).containsExactly(7L);
        assertThat(underway.nextOffset(ZERO)).hasValue(0);
        assertThat(underway.nextOffset(ONE)).isEmpty();

        slow.countDown();
        awaitFinished(2);

        assertThat(underway.take()).extracting(each -> each.input().offset()).containsExactly(0L, 1L);
        assertThat(underway.isEmpty()).isTrue();
    }

    @Test
    void whatMustBeAloneIsAlone() {
        ConsumerRecord<byte[], byte[]> suspect = input(ZERO, 1);
        assertThat(underway.mayAdd(suspect, suspect::equals)).isTrue();

        add(ZERO, 0, true);
        assertThat(underway.mayAdd(suspect, suspect::equals)).isFalse();
        assertThat(underway.mayAdd(input(ONE, 0), suspect::equals)).isTrue();

        underway.clear();
        underway.add(suspect, () -> new Outcome.Ignored(Decoded.Ignored.Reason.NOT_TEXT));
        assertThat(underway.mayAdd(input(ONE, 0), suspect::equals)).isFalse();
    }

    @Test
    void withAWorkerIdleWhatIsDoneIsDueAtOnce() throws InterruptedException {
        assertThat(underway.isDue(32, true)).isFalse();
        add(ZERO, 0, false);
        add(ONE, 0, true);
        awaitFinished(1);

        assertThat(underway.isDue(32, true)).isTrue();
    }

    @Test
    void withAllWorkersAtWorkWhatIsDoneGathers() throws InterruptedException {
        add(ZERO, 0, false);
        awaitFinished(1);
        add(ONE, 0, true);
        add(ONE, 1, true);

        assertThat(underway.isDue(2, true)).isTrue();
        assertThat(!underway.isDue(32, true) || System.nanoTime() - begun > GATHERING.toNanos())
                .isTrue();
        await().atMost(PATIENCE).until(() -> underway.isDue(32, true));
    }

    @Test
    void theWorkersTellForHowLongTheyHaveBeenAtOne() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        assertThat(workers.longest()).isZero();
        underway.add(input(ZERO, 0), () -> {
            begun.countDown();
            slow.await();
            return new Outcome.Ignored(Decoded.Ignored.Reason.NOT_TEXT);
        });
        begun.await();

        assertThat(workers.longest()).isPositive();

        slow.countDown();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(workers.longest()).isZero());
    }

    @Test
    void whatIsRevokedIsEndedAndForgotten() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        underway.add(input(ZERO, 0), () -> {
            begun.countDown();
            try {
                slow.await();
            } catch (InterruptedException ended) {
                interrupted.countDown();
                throw ended;
            }
            return new Outcome.Ignored(Decoded.Ignored.Reason.NOT_TEXT);
        });
        add(ONE, 0, false);
        begun.await();

        underway.drop(List.of(ZERO));

        interrupted.await();
        assertThat(underway.nextOffset(ZERO)).isEmpty();
        assertThat(underway.size()).isEqualTo(1);
        awaitFinished(1);
        assertThat(underway.take()).extracting(each -> each.input().partition()).containsExactly(1);
    }

    @Test
    void aTaskThatThrowsIsTold() throws InterruptedException {
        underway.add(input(ZERO, 0), () -> {
            throw new IllegalArgumentException("a stage's mistake");
        });
        awaitFinished(1);

        assertThatThrownBy(underway::take)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a stage's mistake");
    }

    private void add(TopicPartition partition, long offset, boolean waits) {
        underway.add(input(partition, offset), () -> {
            if (waits) {
                slow.await();
            }
            return new Outcome.Ignored(Decoded.Ignored.Reason.NOT_TEXT);
        });
    }

    private void awaitFinished(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (underway.finished() < count) {
            assertThat(System.nanoTime()).isLessThan(end);
            underway.awaitOne();
        }
    }

    private static ConsumerRecord<byte[], byte[]> input(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
    }
}
