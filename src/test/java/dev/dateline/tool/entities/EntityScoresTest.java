package dev.dateline.tool.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.article.Text;
import dev.dateline.tool.entities.EntityScores.Claim;
import dev.dateline.tool.entities.LabelledText.Span;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntityScoresTest {
    private static final Text TEXT = Text.of("Anna Berg met Acme in Arden on Monday.");
    private static final Span PERSON = new Span(0, 9, "person");
    private static final Span COMPANY = new Span(14, 18, "organisation");
    private static final Span TOWN = new Span(22, 27, "location");

    private final EntityScores scores = new EntityScores(List.of("person", "organisation", "location", "misc"), false);

    @Test
    void countsOnlyExactSpansOfTheRightType() {
        scores.add(
                TEXT,
                List.of(PERSON, COMPANY, TOWN),
                claims(PERSON, new Span(14, 18, "person"), new Span(19, 27, "location")));
        assertThat(scores.headline()).isEqualTo(new Tally(1, 3, 3));
        assertThat(scores.headline().f1()).isEqualTo(100.0 / 3);
    }

    @Test
    void neitherCountsNorChargesIgnoredSpans() {
        scores.add(TEXT, List.of(PERSON, new Span(22, 30, "ignore")), claims(PERSON, TOWN));
        assertThat(scores.headline()).isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void leavesMiscOutOfTheHeadlineAndFoldsFinerTypesIntoIt() {
        scores.add(TEXT, List.of(new Span(31, 37, "norp")), claims(new Span(31, 37, "misc")));
        assertThat(scores.headline()).isEqualTo(Tally.NONE);
        assertThat(scores.byType()).containsEntry("misc", new Tally(1, 1, 1));
    }

    @Test
    void countsWhatIsFinerThanTheDataAsItsBroaderType() {
        EntityScores coarse = new EntityScores(List.of("person", "misc", "norp"), true);
        coarse.add(TEXT, List.of(new Span(31, 37, "misc")), claims(new Span(31, 37, "norp")));
        assertThat(coarse.byType()).containsOnly(Map.entry("misc", new Tally(1, 1, 1)));
    }

    @Test
    void tellsHowFarConfidencesAreFromTheTruth() {
        scores.add(
                TEXT,
                List.of(PERSON, COMPANY),
                List.of(
                        new Claim(PERSON, OptionalDouble.of(0.95)),
                        new Claim(COMPANY, OptionalDouble.of(0.75)),
                        new Claim(TOWN, OptionalDouble.of(0.75)),
                        new Claim(new Span(31, 37, "misc"), OptionalDouble.empty())));
        // One bin is right once in twice at 0.75, the other always at 0.95.
        assertThat(scores.reliability().expectedError()).isCloseTo((0.5 + 0.05) / 3, within(1e-9));
        assertThat(scores.report(0)).contains("0.7 to 0.8         2    0.750    0.500");
    }

    @Test
    void leavesOutTypesTheModelNeverClaimedToKnow() {
        scores.add(TEXT, List.of(new Span(31, 37, "date")), List.of());
        assertThat(scores.byType()).isEmpty();
    }

    @Test
    void showsWhatWasTakenForWhatWithItsPlace() {
        scores.add(TEXT, List.of(COMPANY), claims(new Span(14, 18, "location")));
        assertThat(scores.report(5))
                .contains("organisation   location 1;")
                .contains("1 x organisation -> location  \"Acme\"")
                .contains("met [Acme] in");
        ObjectNode figures = new ObjectMapper().createObjectNode();
        scores.errors().figures(figures, 5);
        assertThat(figures.at("/confusions/organisation/location").asInt()).isEqualTo(1);
        assertThat(figures.at("/errors/0/text").asText()).isEqualTo("Acme");
        assertThat(figures.at("/errors/0/context").asText()).contains("met [Acme] in");
    }

    private static List<Claim> claims(Span... spans) {
        return Stream.of(spans)
                .map(span -> new Claim(span, OptionalDouble.empty()))
                .toList();
    }
}
