package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.sentences.SentenceSplitter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfficesTest {
    private static final List<String> PEOPLE = List.of("Hugo Stein", "Elena Marsh", "Seyyed Ali Karimi");
    private static final Map<String, String> COUNTRIES = Map.of("Norwegian", "NO", "Danish", "DK");

    @Test
    void takesAnOfficeForThePersonIntroducedWithIt() {
        assertThat(read("Energy Minister Hugo Stein spoke on Monday. The minister left early."))
                .containsExactly(Map.entry("The minister", "Hugo Stein"));
        assertThat(read("Elena Marsh, a senior adviser to the bank, spoke. The adviser left."))
                .containsExactly(Map.entry("The adviser", "Elena Marsh"));
        assertThat(read("A letter came from the Leader of the Great Reform Ayatollah Seyyed Ali Karimi. The Leader's "
                        + "voice counts."))
                .containsExactly(Map.entry("The Leader", "Seyyed Ali Karimi"));
    }

    @Test
    void tellsOfficesApartByCountryAndField() {
        String text = "Norwegian Energy Minister Hugo Stein met Danish Foreign Minister Elena Marsh. ";
        assertThat(read(text + "The Norwegian minister left.")).containsEntry("The Norwegian minister", "Hugo Stein");
        assertThat(read(text + "The foreign minister left.")).containsEntry("The foreign minister", "Elena Marsh");
    }

    @Test
    void takesNoWordsOfTheSentenceForAPartOfTheOffice() {
        assertThat(read("Norwegian voters met President Elena Marsh. The Danish president smiled.", Map.of(1, "DK")))
                .containsEntry("The Danish president", "Elena Marsh");
    }

    @Test
    void staysSilentWhereItIsNotSure() {
        String text = "Norwegian Energy Minister Hugo Stein met Danish Foreign Minister Elena Marsh. ";
        assertThat(read(text + "The minister left.")).isEmpty();
        assertThat(read(text + "The finance minister left.")).isEmpty();
        assertThat(read(text + "The president left.")).isEmpty();
    }

    @Test
    void doesNotLookAhead() {
        assertThat(read("The minister was late. Energy Minister Hugo Stein spoke."))
                .isEmpty();
    }

    @Test
    void leavesPhrasesThatGoOn() {
        String text = "President Hugo Stein spoke on Monday. ";
        assertThat(read(text + "The president of the club left.")).isEmpty();
        assertThat(read(text + "The president Elena Marsh left.")).isEmpty();
        assertThat(read(text + "The new president will be chosen soon.")).isEmpty();
    }

    /** What was found, with the person it is said to mean. */
    private static Map<String, String> read(String text) {
        return read(text, Map.of());
    }

    private static Map<String, String> read(String text, Map<Integer, String> countryOf) {
        Sentences sentences = SentenceSplitter.split(text, "en");
        int[] personAt = new int[sentences.tokens()];
        String[] countryAt = new String[sentences.tokens()];
        Arrays.fill(personAt, -1);
        Arrays.fill(countryAt, "");
        for (int token = 0; token < sentences.tokens(); token++) {
            int start = sentences.tokenStarts()[token];
            countryAt[token] =
                    COUNTRIES.getOrDefault(text.substring(start, sentences.tokenEnds()[token]), "");
            for (int person = 0; person < PEOPLE.size(); person++) {
                int name = text.lastIndexOf(PEOPLE.get(person), start);
                if (name >= 0 && start < name + PEOPLE.get(person).length()) {
                    personAt[token] = person;
                }
            }
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (Offices.Reference each : new Offices(text, sentences, personAt).find(countryAt, countryOf)) {
            String exact = text.substring(
                    sentences.tokenStarts()[each.from()], sentences.tokenEnds()[each.to() - 1]);
            found.put(exact, PEOPLE.get(each.person()));
        }
        return found;
    }
}
