package dev.dateline.stream.stories;

import dev.dateline.story.Assignment;
import dev.dateline.story.Desk;
import dev.dateline.story.Outcome;
import dev.dateline.story.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * The desk of a language, shared between the thread that feeds it and those that look. What they see may be ahead of what
 * is committed by the commit interval.
 */
final class LiveDesk {
    private final String language;
    private final Desk desk;
    private final Map<String, Position> positions = new HashMap<>();
    /** Outside the lock, so that a long list does not hold the desk up. */
    private final NavigableSet<Position> latestFirst = new ConcurrentSkipListSet<>();

    LiveDesk(String language, Desk desk) {
        this.language = language;
        this.desk = desk;
    }

    String language() {
        return language;
    }

    /** Does one piece of work. */
    synchronized Outcome feed(Function<Desk, Outcome> work) {
        Outcome outcome = work.apply(desk);
        outcome.stories().forEach(this::note);
        return outcome;
    }

    synchronized void restore(byte[] stored) {
        desk.restore(stored);
    }

    synchronized void restored() {
        desk.restored();
        desk.stories(1, Integer.MAX_VALUE).forEach(this::note);
    }

    private void note(Story story) {
        Position now = new Position(story.lastSeen(), story.id());
        boolean open = story.state() == Story.State.OPEN;
        Position before = open ? positions.put(story.id(), now) : positions.remove(story.id());
        if (before != null && !(open && before.equals(now))) {
            latestFirst.remove(before);
        }
        if (open) {
            latestFirst.add(now);
        }
    }

    synchronized Optional<Story> story(String id) {
        return desk.story(id);
    }

    synchronized Optional<Assignment> assignment(String uri) {
        return desk.assignment(uri);
    }

    List<Story> stories(StoryFilter filter) {
        NavigableSet<Position> rest =
                filter.after().map(after -> latestFirst.tailSet(after, false)).orElse(latestFirst);
        List<Story> found = new ArrayList<>();
        for (Position position : rest) {
            if (found.size() == filter.limit()
                    || filter.since().filter(position.lastSeen()::isBefore).isPresent()) {
                break;
            }
            story(position.id()).filter(filter::takes).ifPresent(found::add);
        }
        return found;
    }
}
