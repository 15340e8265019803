package dev.dateline.story;

import static dev.dateline.story.Written.ELECTION;
import static dev.dateline.story.Written.NOON;
import static dev.dateline.story.Written.QUAKE;
import static dev.dateline.story.Written.QUAKE_ELSEWHERE;
import static dev.dateline.story.Written.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final String DISCLAIMER = "\n\nThis material may not be published, broadcast, rewritten or "
            + "redistributed without permission. The views expressed are those of the author and do not reflect the "
            + "position of the publisher. Readers who notice an error may write to the standards desk at any time, "
            + "and corrections will be appended to the online version of the article as soon as is practicable.";

    private final Desk desk = new Desk("en", Settings.DEFAULT);

    private Optional<Duplicate> join(String uri, String text) {
        return join(uri, 0, text);
    }

    private Optional<Duplicate> join(String uri, int minutes, String text) {
        Outcome outcome = desk.join(
                article(uri, 1, uri, NOON.plusSeconds(60L * minutes), text, List.of()), NOON.plusSeconds(86_400));
        return outcome.assignments().stream()
                .filter(assignment -> assignment.uri().equals(uri))
                .findFirst()
                .flatMap(Assignment::duplicate);
    }

    private Optional<Duplicate> known(String uri) {
        return desk.assignment(uri).orElseThrow().duplicate();
    }

    @Test
    void theSameCharactersAreIdentical() {
        join("a", QUAKE);

        assertThat(join("b", QUAKE)).contains(new Duplicate("a", Duplicate.Kind.IDENTICAL, 1));
    }

    @Test
    void theSameWordsAreReformatted() {
        join("a", QUAKE);

        assertThat(join("b", QUAKE.toUpperCase(Locale.ROOT).replace(" ", "  ").replace(",", " \u2013")))
                .contains(new Duplicate("a", Duplicate.Kind.REFORMATTED, 1));
    }

    @Test
    void aFewChangedWordsAreAnEdit() {
        join("a", QUAKE);

        Duplicate edited = join("b", QUAKE.replace("toppling", "destroying").replace("dozens of", "at least 40"))
                .orElseThrow();

        assertThat(edited.kind()).isEqualTo(Duplicate.Kind.EDITED);
        assertThat(edited.similarity()).isBetween(0.7, 0.95);
    }

    @Test
    void theBeginningAloneIsAnExcerpt() {
        join("a", QUAKE + " " + QUAKE_ELSEWHERE.replace('\n', ' '));

        assertThat(join("b", QUAKE.substring(0, QUAKE.indexOf("Hospitals"))).map(Duplicate::kind))
                .contains(Duplicate.Kind.EXCERPT);
    }

    @Test
    void theOnePublishedFirstIsTheOriginalWheneverItComes() {
        join("late", 10, QUAKE);
        join("later", 20, QUAKE);

        assertThat(join("first", 0, QUAKE)).isEmpty();

        assertThat(known("late").map(Duplicate::of)).contains("first");
        assertThat(known("later").map(Duplicate::of)).contains("first");
        assertThat(desk.assignment("later").map(Assignment::storyId))
                .isEqualTo(desk.assignment("first").map(Assignment::storyId));
    }

    @Test
    void aKilledOriginalLeavesItsFirstCopyAsOriginal() {
        join("a", 0, QUAKE);
        join("b", 1, QUAKE);
        join("c", 2, QUAKE);

        desk.recall("a", Recall.KILLED, NOON);

        assertThat(known("b")).isEmpty();
        assertThat(known("c").map(Duplicate::of)).contains("b");
    }

    @Test
    void aCommonFooterLinksNothing() {
        join("a", QUAKE.substring(0, 300) + DISCLAIMER);

        assertThat(join("b", ELECTION.substring(0, 300) + DISCLAIMER)).isEmpty();
        assertThat(desk.openStories()).isEqualTo(2);
    }

    @Test
    void itemsOfARoundUpAreNotLinkedThroughIt() {
        join("a", QUAKE);
        join("b", ELECTION);

        join("round-up", "The news in brief\n\nHere is what happened today, in short.\n\n" + QUAKE + "\n\n" + ELECTION);

        assertThat(desk.assignment("a").map(Assignment::storyId))
                .isNotEqualTo(desk.assignment("b").map(Assignment::storyId));
    }

    @Test
    void shortTextsAreCopiesOnlyWhenTheyAreTheSame() {
        join("a", "Dow closes up 120 points at record high on Friday");

        assertThat(join("b", "Dow closes up 120 points at record high on Friday"))
                .isPresent();
        assertThat(join("c", "Dow closes down 90 points at monthly low on Tuesday"))
                .isEmpty();
        join("d", "Correction");
        assertThat(join("e", "Correction")).isEmpty();
    }
}
