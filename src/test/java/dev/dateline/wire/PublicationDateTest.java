package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00+01:00, 2026-03-01T09:00:00Z",
        "2026-03-01t10:00:00z, 2026-03-01T10:00:00Z",
        "2026-03-01 10:00, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00+0530, 2026-03-01T04:30:00Z",
        "2026-03-01T10:00:00-05, 2026-03-01T15:00:00Z",
        "2026-03-01T10:00:00.123456789123Z, 2026-03-01T10:00:00.123456789Z",
        "'2026-03-01T10:00:00,5Z', 2026-03-01T10:00:00.500Z",
        "20260301T100000+0100, 2026-03-01T09:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T10:00:00, 2026-03-01T10:00:00Z",
        "'Sun, 1 Mar 2026 10:00:00 +0100', 2026-03-01T09:00:00Z",
        "1605-08-01, 1605-08-01T00:00:00Z"
    })
    void readsWhatSendersWrite(String written, Instant date) {
        assertThat(PublicationDate.parse(written)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026",
                "2026-03",
                "2026-02-30",
                "2026-13-01T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:00:99Z",
                "2026-03-01T10:00:00+19:00",
                "2026-0301",
                "292278994-08-17T07:12:55Z",
                "+292278994-08-17T07:12:55Z",
                "9999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "-2026-03-01",
                "1700000000000",
                "2026-03-01T10:00:00.99999999999999999999999999999999999999999999999999999999999Z"
            })
    void refusesWhatIsNoDateOrAbsurd(String written) {
        assertThat(PublicationDate.parse(written)).isEmpty();
    }
}
