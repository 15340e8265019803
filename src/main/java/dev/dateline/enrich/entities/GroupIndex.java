package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the groups a name might belong to without looking at all of them. Each list is bounded: in a text made to hold
 * thousands of people of one surname, the later ones are simply not offered.
 */
final class GroupIndex {
    private static final int LONGEST_LIST = 32;

    private final Map<Key, List<EntityGroup>> groups = new HashMap<>();

    /** Where in a name of a type a word stands. */
    private record Key(String type, String role, String word) {}

    void add(Name name, EntityGroup group) {
        put(name, "first", name.first(), group);
        put(name, "last", name.last(), group);
        if (!name.type().equals("person")) {
            put(name, "initials", name.initials(), group);
        }
    }

    private void put(Name name, String role, String word, EntityGroup group) {
        List<EntityGroup> list = groups.computeIfAbsent(new Key(name.type(), role, word), unseen -> new ArrayList<>(1));
        if (list.size() < LONGEST_LIST && !list.contains(group)) {
            list.add(group);
        }
    }

    /** Groups a shorter form may stand for, in the order they were opened under each heading. */
    Set<EntityGroup> candidates(Name brief) {
        Set<EntityGroup> found = new LinkedHashSet<>(list(brief, "last"));
        found.addAll(list(brief, "first"));
        found.addAll(list(brief, "initials"));
        return found;
    }

    private List<EntityGroup> list(Name name, String role) {
        String word = role.equals("first") ? name.first() : name.last();
        return groups.getOrDefault(new Key(name.type(), role, word), List.of());
    }
}
