package dev.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntityGroupingTest {
    @Test
    void joinsASurnameToTheFullName() {
        assertThat(slugs("person", "Putin", "President Vladimir Putin", "V. Putin", "Putin"))
                .containsExactly("vladimir-putin", "vladimir-putin", "vladimir-putin", "vladimir-putin");
    }

    @Test
    void readsPastHonorifics() {
        assertThat(slugs(
                        "person",
                        "Ayatollah Seyyed Ali Khamenei",
                        "Supreme Leader Ali Khamenei",
                        "Ayatollah Khamenei",
                        "Khamenei"))
                .containsOnly("ali-khamenei");
    }

    @Test
    void joinsAGivenNameThatOnlyOnePersonHas() {
        assertThat(slugs("person", "Elena Marsh", "Elena")).containsOnly("elena-marsh");
    }

    @Test
    void givesASharedSurnameToWhomWasMentionedLast() {
        assertThat(slugs("person", "Bill Clinton", "Clinton", "Hillary Clinton", "Clinton"))
                .containsExactly("bill-clinton", "bill-clinton", "hillary-clinton", "hillary-clinton");
    }

    @Test
    void keepsPeopleOfOneSurnameApart() {
        assertThat(slugs("person", "Anna Berg", "Otto Berg")).containsExactly("anna-berg", "otto-berg");
    }

    @Test
    void joinsAnAcronymToItsExpansion() {
        assertThat(slugs("organisation", "Civil Aviation Authority", "CAA", "C.A.A."))
                .containsOnly("civil-aviation-authority");
    }

    @Test
    void joinsACompanyToItsNameInFull() {
        assertThat(slugs("organisation", "Acme", "Acme Holdings Ltd", "Acme Theatre"))
                .containsExactly("acme-holdings-ltd", "acme-holdings-ltd", "acme-theatre");
    }

    @Test
    void spellsOutWhatNewspapersNeverDo() {
        assertThat(slugs("location", "US", "U.S.", "America", "the United States"))
                .containsOnly("united-states");
        assertThat(slugs("organisation", "UN")).containsOnly("united-nations");
    }

    @Test
    void dropsPossessivesAccentsAndArticles() {
        assertThat(slugs("organisation", "the Société Générale’s", "Societe Generale"))
                .containsOnly("societe-generale");
    }

    @Test
    void keepsTypesApart() {
        List<EntityGroup> groups =
                EntityGrouping.of(List.of(Name.of("person", "Jordan"), Name.of("location", "Jordan")));
        assertThat(groups.get(0)).isNotSameAs(groups.get(1));
    }

    @Test
    void namesWhatHoldsNoLetters() {
        assertThat(Name.of("misc", "!!!").slug()).isNotEmpty();
        assertThat(Name.of("person", "Mr").slug()).isEqualTo("mr");
    }

    private static List<String> slugs(String type, String... mentions) {
        List<Name> names =
                Stream.of(mentions).map(mention -> Name.of(type, mention)).toList();
        return EntityGrouping.of(names).stream()
                .map(group -> group.canonical().slug())
                .toList();
    }
}
