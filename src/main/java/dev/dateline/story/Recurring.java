package dev.dateline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets strings that recur be one string: outlets, names, topics. It knows a fixed number of the latest; what it forgets
 * costs memory and nothing else.
 */
final class Recurring {
    private final @Nullable String[] latest = new String[1 << 15];

    /** An equal string. */
    String one(String string) {
        int at = Hashing.mixed(string.hashCode()) & (latest.length - 1);
        String known = latest[at];
        if (known != null && known.equals(string)) {
            return known;
        }
        latest[at] = string;
        return string;
    }

    List<Named> entities(List<Named> all) {
        return all.stream()
                .map(entity -> new Named(one(entity.id()), one(entity.type()), one(entity.name()), entity.salience()))
                .toList();
    }

    List<Subject> topics(List<Subject> all) {
        return all.stream()
                .map(topic -> new Subject(one(topic.qcode()), one(topic.name()), topic.score()))
                .toList();
    }
}
