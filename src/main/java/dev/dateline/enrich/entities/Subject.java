package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entity of an article on its way to a link.
 *
 * @param type of its mentions
 * @param canonical its fullest name
 * @param names all it goes by, the canonical one among them
 * @param mentions numbers of its mentions, ascending
 */
record Subject(String type, Name canonical, Set<Name> names, List<Integer> mentions) {
    /** The article's entities, in the order of their first mention. */
    static List<Subject> of(List<EntityGroup> groups, List<Name> names) {
        Map<EntityGroup, Subject> subjects = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            Name name = names.get(i);
            Subject subject = subjects.computeIfAbsent(
                    groups.get(i),
                    group -> new Subject(name.type(), group.canonical(), new LinkedHashSet<>(), new ArrayList<>()));
            subject.names.add(name);
            subject.mentions.add(i);
        }
        return List.copyOf(subjects.values());
    }

    /**
     * The names to look up, the fullest first. Where the article spells the name out, its acronym is not looked up: it
     * may be another's elsewhere. A person's single name is looked up only if there is no other.
     */
    List<Name> lookedUp() {
        if (names.size() == 1 && names.contains(canonical)) {
            return List.of(canonical);
        }
        boolean spelt = canonical.words().size() > 1;
        Set<Name> all = new LinkedHashSet<>();
        all.add(canonical);
        names.stream()
                .filter(name -> !spelt || name.words().size() > 1)
                .sorted(Comparator.comparingInt((Name name) -> -name.words().size()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** By identity: one of a hundred thousand mentions must not be hashed for each of them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
