package dev.dateline.tool.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Text;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityScoresTest {
    private static final Text TEXT = Text.of("Anna Berg met Acme in Arden on Monday.");
    private static final Span PERSON = new Span(0, 9, "person");
    private static final Span COMPANY = new Span(14, 18, "organisation");
    private static final Span TOWN = new Span(22, 27, "location");

    private final EntityScores scores = new EntityScores(List.of("person", "organisation", "location", "misc"));

    @Test
    void countsOnlyExactSpansOfTheRightType() {
        scores.add(
                TEXT,
                List.of(PERSON, COMPANY, TOWN),
                List.of(PERSON, new Span(14, 18, "person"), new Span(19, 27, "location")));
        assertThat(scores.headline()).isEqualTo(new Tally(1, 3, 3));
        assertThat(scores.headline().f1()).isEqualTo(100.0 / 3);
    }

    @Test
    void neitherCountsNorChargesIgnoredSpans() {
        scores.add(TEXT, List.of(PERSON, new Span(22, 30, "ignore")), List.of(PERSON, TOWN));
        assertThat(scores.headline()).isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void leavesMiscOutOfTheHeadlineAndFoldsFinerTypesIntoIt() {
        scores.add(TEXT, List.of(new Span(31, 37, "norp")), List.of(new Span(31, 37, "misc")));
        assertThat(scores.headline()).isEqualTo(Tally.NONE);
        assertThat(scores.byType()).containsEntry("misc", new Tally(1, 1, 1));
    }

    @Test
    void leavesOutTypesTheModelNeverClaimedToKnow() {
        scores.add(TEXT, List.of(new Span(31, 37, "date")), List.of());
        assertThat(scores.byType()).isEmpty();
    }

    @Test
    void showsWhatWasTakenForWhatWithItsPlace() {
        scores.add(TEXT, List.of(COMPANY), List.of(new Span(14, 18, "location")));
        assertThat(scores.report(5))
                .contains("organisation   location 1;")
                .contains("1 x organisation -> location  \"Acme\"")
                .contains("met [Acme] in");
    }
}
