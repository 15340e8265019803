package dev.dateline.story;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a story.
 *
 * @param uri the article that brought it about; for {@code closed}, the last member that left
 * @param at that article's time of publication, never the clock's
 * @param into the story that {@code merged} redirects to
 * @param recall why, for {@code killed}
 * @param delta for {@code delta}
 */
public record Change(
        String storyId,
        Kind kind,
        String uri,
        Instant at,
        Optional<String> into,
        Optional<Recall> recall,
        Optional<Delta> delta) {

    public enum Kind {
        OPENED("opened"),
        JOINED("joined"),
        MERGED("merged"),
        /** Its last member has left the window, or was recalled. */
        CLOSED("closed"),
        /** A higher version replaced a member. */
        CORRECTED("corrected"),
        /** A member was recalled. */
        KILLED("killed"),
        /** Two outlets' accounts differ. */
        DELTA("delta");

        private final String published;

        Kind(String published) {
            this.published = published;
        }

        /** As published, lower case. */
        public String published() {
            return published;
        }
    }

    static Change of(String storyId, Kind kind, String uri, Instant at) {
        return new Change(storyId, kind, uri, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Change merged(String storyId, String into, String uri, Instant at) {
        return new Change(storyId, Kind.MERGED, uri, at, Optional.of(into), Optional.empty(), Optional.empty());
    }

    static Change killed(String storyId, String uri, Recall recall, Instant at) {
        return new Change(storyId, Kind.KILLED, uri, at, Optional.empty(), Optional.of(recall), Optional.empty());
    }

    static Change delta(String storyId, Delta delta, String uri, Instant at) {
        return new Change(storyId, Kind.DELTA, uri, at, Optional.empty(), Optional.empty(), Optional.of(delta));
    }
}
