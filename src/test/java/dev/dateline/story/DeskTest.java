package dev.dateline.story;

import static dev.dateline.story.Written.ELECTION;
import static dev.dateline.story.Written.NOON;
import static dev.dateline.story.Written.QUAKE;
import static dev.dateline.story.Written.QUAKE_ELSEWHERE;
import static dev.dateline.story.Written.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final Desk desk = new Desk("en", Settings.DEFAULT);

    private Outcome join(String uri, String outlet, String text) {
        return desk.join(article(uri, outlet, text), NOON);
    }

    private Outcome join(String uri, Instant published, Instant at, String text) {
        return desk.join(article(uri, 1, "Post", published, text, List.of()), at);
    }

    private static List<Change.Kind> kinds(Outcome outcome) {
        return outcome.changes().stream().map(Change::kind).toList();
    }

    @Test
    void theFirstArticleOpensAStory() {
        Outcome outcome = join("a", "Post", QUAKE);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.OPENED);
        Story story = outcome.stories().get(0);
        assertThat(story.id()).matches("urn:dateline:story:en:[0-9a-f]{16}");
        assertThat(story.headline()).isEqualTo(new Story.Headline("Strong earthquake shakes Valdoria coast", "a"));
        assertThat(story.size()).isEqualTo(1);
        assertThat(story.outlets()).containsExactly(java.util.Map.entry("Post", 1));
        assertThat(outcome.assignments().get(0).storyId()).isEqualTo(story.id());
    }

    @Test
    void anotherOutletOnTheSameEventJoinsAndIsNoDuplicate() {
        String id = join("a", "Post", QUAKE).assignments().get(0).storyId();

        Outcome outcome = join("b", "Courier", QUAKE_ELSEWHERE);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.JOINED);
        assertThat(outcome.assignments().get(0).storyId()).isEqualTo(id);
        assertThat(outcome.assignments().get(0).duplicate()).isEmpty();
        assertThat(outcome.stories().get(0).members()).hasSize(2);
    }

    @Test
    void anotherEventOpensAnotherStory() {
        join("a", "Post", QUAKE);

        assertThat(kinds(join("b", "Post", ELECTION))).containsExactly(Change.Kind.OPENED);
        assertThat(desk.openStories()).isEqualTo(2);
    }

    @Test
    void anEqualOrLowerVersionIsIgnored() {
        desk.join(article("a", 3, "Post", NOON, QUAKE, List.of()), NOON);

        assertThat(desk.join(article("a", 3, "Post", NOON, ELECTION, List.of()), NOON)
                        .isEmpty())
                .isTrue();
        assertThat(desk.join(article("a", 2, "Post", NOON, ELECTION, List.of()), NOON)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aCorrectionReplacesTheMemberInItsStory() {
        String id = join("a", "Post", QUAKE).assignments().get(0).storyId();
        join("b", "Courier", QUAKE_ELSEWHERE);

        Outcome outcome = desk.join(
                article("a", 2, "Post", NOON, QUAKE.replace("dozens of people", "forty people"), List.of()), NOON);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.CORRECTED);
        assertThat(outcome.assignments().get(0).storyId()).isEqualTo(id);
        assertThat(desk.story(id).orElseThrow().size()).isEqualTo(2);
        assertThat(desk.articles()).isEqualTo(2);
    }

    @Test
    void aCorrectionAboutSomethingElseLeavesAndClosesNothing() {
        String id = join("a", "Post", QUAKE).assignments().get(0).storyId();
        join("b", "Courier", QUAKE_ELSEWHERE);

        Outcome outcome = desk.join(article("b", 2, "Courier", NOON, ELECTION, List.of()), NOON);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.CORRECTED, Change.Kind.OPENED);
        assertThat(outcome.assignments().get(0).storyId()).isNotEqualTo(id);
        assertThat(desk.story(id).orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void aKilledArticleLeavesItsStoryAndItsHeadline() {
        String id = join("a", "Post", QUAKE).assignments().get(0).storyId();
        join("b", "Courier", QUAKE_ELSEWHERE);

        Outcome outcome = desk.recall("a", Recall.KILLED, NOON);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.KILLED);
        assertThat(outcome.assignments().get(0).removed()).isTrue();
        assertThat(outcome.removed()).containsExactly("article:a");
        Story left = desk.story(id).orElseThrow();
        assertThat(left.headline().uri()).isEqualTo("b");
        assertThat(left.members()).extracting(Story.Member::uri).containsExactly("b");
    }

    @Test
    void aStoryWhoseOnlyArticleIsRecalledClosesWithoutItsHeadline() {
        String id = join("a", "Post", QUAKE).assignments().get(0).storyId();

        Outcome outcome = desk.recall("a", Recall.WITHHELD, NOON);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.KILLED, Change.Kind.CLOSED);
        assertThat(outcome.stories().get(0).state()).isEqualTo(Story.State.CLOSED);
        assertThat(outcome.stories().get(0).headline().text()).isEmpty();
        assertThat(outcome.removed()).containsExactlyInAnyOrder("article:a", "story:" + id);
        assertThat(desk.story(id)).isEmpty();
        assertThat(desk.recall("a", Recall.WITHHELD, NOON).isEmpty()).isTrue();
    }

    @Test
    void articlesLeaveAWindowAfterTheirPublication() {
        join("a", "Post", QUAKE);
        Instant later = NOON.plus(Duration.ofDays(8));

        Outcome outcome = join("b", later, later, ELECTION);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.CLOSED, Change.Kind.OPENED);
        assertThat(outcome.stories().get(0).headline().text()).startsWith("Strong earthquake");
        assertThat(desk.assignment("a")).isEmpty();
    }

    @Test
    void anArticleFromTheFutureEvictsNobody() {
        join("a", "Post", QUAKE);

        join("b", NOON.plus(Duration.ofDays(4000)), NOON, ELECTION);

        assertThat(desk.articles()).isEqualTo(2);
        assertThat(join("c", NOON, NOON, QUAKE_ELSEWHERE).changes().get(0).kind())
                .isEqualTo(Change.Kind.JOINED);
    }

    @Test
    void anArticleOlderThanTheWindowHasAStoryOfItsOwnAndIsNotKept() {
        join("a", "Post", QUAKE);

        Outcome outcome = join("b", NOON.minus(Duration.ofDays(30)), NOON, QUAKE_ELSEWHERE);

        assertThat(kinds(outcome)).containsExactly(Change.Kind.OPENED, Change.Kind.CLOSED);
        assertThat(outcome.assignments()).hasSize(1);
        assertThat(outcome.stories().get(0).state()).isEqualTo(Story.State.CLOSED);
        assertThat(desk.articles()).isEqualTo(1);
    }

    @Test
    void timesBeyondTheCalendarAreTakenAsTheyCome() {
        assertThat(join("a", Instant.MAX, NOON, QUAKE).assignments()).hasSize(1);
        assertThat(join("b", Instant.MIN, NOON, ELECTION).assignments()).hasSize(1);
        assertThat(join("c", NOON, Instant.MAX, ELECTION).assignments()).hasSize(1);
    }

    @Test
    void textsWithoutWordsAreStoriesOfTheirOwn() {
        assertThat(kinds(join("a", "Post", "!?"))).containsExactly(Change.Kind.OPENED);
        assertThat(kinds(join("b", "Post", "!?"))).containsExactly(Change.Kind.OPENED);
        assertThat(kinds(join("c", "Post", " "))).containsExactly(Change.Kind.OPENED);
    }
}
