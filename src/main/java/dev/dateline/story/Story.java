package dev.dateline.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A story as it stands: the articles about one event.
 *
 * @param id {@code urn:dateline:story:LANGUAGE:HASH}, from the article that opened it
 * @param headline of the member nearest to the middle of the story
 * @param members the latest ones, newest first, at most {@link Settings#publishedMembers}
 * @param outlets members by outlet, most first
 * @param entities the ones its members are most about, their salience summed over the members and divided by {@code size}
 * @param topics the same for topics
 * @param firstSeen earliest publication among its members
 * @param lastSeen latest publication among its members
 * @param size number of all members in the window
 * @param velocity members an hour over the six hours of event time up to {@code lastSeen}
 * @param mergedInto the story that took its members, if merged
 */
public record Story(
        String id,
        String language,
        Headline headline,
        List<Member> members,
        Map<String, Integer> outlets,
        List<Named> entities,
        List<Subject> topics,
        Instant firstSeen,
        Instant lastSeen,
        int size,
        double velocity,
        State state,
        Optional<String> mergedInto) {

    public enum State {
        OPEN("open"),
        MERGED("merged"),
        CLOSED("closed");

        private final String published;

        State(String published) {
            this.published = published;
        }

        /** As published, lower case. */
        public String published() {
            return published;
        }
    }

    /** A headline and the article it is taken from. */
    public record Headline(String text, String uri) {}

    /** One of the articles. */
    public record Member(
            String uri, String outlet, Instant publishedAt, String headline, Optional<String> duplicateOf) {}
}
