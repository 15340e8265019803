package dev.dateline.stream.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class StateDiskTest {
    @TempDir
    private Path folder;

    @Test
    void isShortWhereLessIsLeftThanMustBe() {
        assertThat(new StateDisk(folder, 1).shortage()).isEmpty();
        assertThat(new StateDisk(folder, Long.MAX_VALUE).shortage())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("STATE_DISK_FULL: ").contains(folder.toString()));
    }

    @Test
    void isThatOfTheNextFolderAboveUntilThereIsOne() {
        Path notYet = folder.resolve("a").resolve("b");

        assertThat(new StateDisk(notYet, 1).shortage()).isEmpty();
        assertThat(new StateDisk(notYet, Long.MAX_VALUE).shortage()).isPresent();
    }

    @Test
    void hasFailedWhereTheStoreOrTheFilesUnderTheStateSaySo() {
        assertThat(StateDisk.failed(new StreamsException(
                        new ProcessorStateException("flush", new RocksDBException("No space left on device")))))
                .isTrue();
        assertThat(StateDisk.failed(new ProcessorStateException("folder", new IOException("Read-only file system"))))
                .isTrue();
    }

    @Test
    void hasNotFailedWhereTheNetworkOrACodeDid() {
        assertThat(StateDisk.failed(new StreamsException(new TimeoutException("broker"))))
                .isFalse();
        assertThat(StateDisk.failed(new StreamsException(new IOException("connection reset"))))
                .isFalse();
        assertThat(StateDisk.failed(new ProcessorStateException("store is closed")))
                .isFalse();
    }
}
