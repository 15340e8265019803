package dev.dateline.enrich.entities.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NameKeyTest {
    @Test
    void foldsWhatSpellingsDifferIn() {
        assertThat(NameKey.of("São  Tomé & Príncipe")).isEqualTo("sao tome & principe");
        assertThat(NameKey.of("U.S.A.")).isEqualTo("usa");
        assertThat(NameKey.of("N’Djamena")).isEqualTo(NameKey.of("N'Djamena")).isEqualTo("ndjamena");
        assertThat(NameKey.of("Guinea-Bissau")).isEqualTo("guinea bissau");
        assertThat(NameKey.of("Łódź, Straße")).isEqualTo("lodz strasse");
        assertThat(NameKey.of("ＡＢＣ")).isEqualTo("abc");
    }

    @Test
    void foldsWhatOtherScriptsWriteInTwoWays() {
        assertThat(NameKey.of("إِيران")).isEqualTo(NameKey.of("ايران"));
        assertThat(NameKey.of("ایران")).isEqualTo(NameKey.of("ايران"));
        assertThat(NameKey.of("Королёв")).isEqualTo(NameKey.of("Королев"));
    }

    @Test
    void isEmptyWithoutLettersAndDigits() {
        assertThat(NameKey.of("!? — …")).isEmpty();
    }

    @Test
    void takesAMebibyteOfAnything() {
        for (String unit : new String[] {"a", "́", "ﷺ", "\uD83D\uDE00", "\uD800", " ."}) {
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> NameKey.of(unit.repeat((1 << 20) / unit.length())));
        }
    }
}
