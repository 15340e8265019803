package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an id made from a name alone shares and keeps apart. */
class StableIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Volodymyr Zelensky, Volodymyr Zelenskiy, Volodymyr Zelenskyy, Volodymyr Zelenskij, Wolodymyr Zelenski",
                "Ayatollah Seyyed Ali Khamenei, Ali Khamenei, Supreme Leader Ali Khamenei",
                "Mohammed Khatami, Mohammad Khatami, Muhammad Khatami",
                "Sergey Ryabkov, Sergei Ryabkov",
                "Dmitry Rogozin, Dmitri Rogozin, Dmitriy Rogozin",
                "Maher al-Assad, Maher Al Assad, Maher el-Assad, Maher Assad",
                "José Ramos-Horta, Jose Ramos Horta",
                "Valery Gerasimov, Valeriy Gerasimov",
            })
    void isOneForTheSpellingsOfOneName(String spellings) {
        List<String> ids = Stream.of(spellings.split(", ", -1))
                .map(name -> Name.of("person", name).urn())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    void keepsPeopleOfOneSurnameApart() {
        assertThat(Stream.of("Anna Berg", "Otto Berg", "Ana Berger", "Hanna Berg")
                        .map(name -> Name.of("person", name).urn()))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsShortAndForeignNamesApart() {
        assertThat(Stream.of("Li Wei", "Lee Wei", "Ly Wei", "Louis Garcia", "Luis Garcia", "Yui Ii", "Yui I")
                        .map(name -> Name.of("person", name).urn()))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsAsTheName() {
        assertThat(Name.of("person", "Vladimir Putin").urn()).isEqualTo("urn:dateline:person:vladimir-putin");
        assertThat(Name.of("organisation", "the Acme Holdings").urn())
                .isEqualTo("urn:dateline:organisation:acme-holdings");
    }
}
