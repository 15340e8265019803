package dev.dateline.stream.stories;

import dev.dateline.story.Story;
import java.time.Instant;
import java.util.Optional;

/**
 * Which stories a list is to have, the latest first.
 *
 * @param since only those that an article joined then or later
 * @param topic a code of any level
 * @param entity an entity's id
 * @param language primary language subtag
 * @param after where the page before ended
 * @param limit most stories
 */
public record StoryFilter(
        Optional<Instant> since,
        Optional<String> topic,
        Optional<String> entity,
        Optional<String> language,
        Optional<Position> after,
        int limit) {

    boolean takes(Story story) {
        return topic.map(code -> story.topics().stream()
                                .anyMatch(each -> each.qcode().equals(code)))
                        .orElse(true)
                && entity.map(id -> story.entities().stream()
                                .anyMatch(each -> each.id().equals(id)))
                        .orElse(true);
    }
}
