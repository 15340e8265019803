package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides which mentions of an article mean the same. Names of several words come first, the longest before the
 * others; then each single word joins the name it shortens: the one mentioned last before it, else the first one.
 */
final class EntityGrouping {
    private final List<Name> names;
    private final GroupIndex index = new GroupIndex();
    private final Map<Name, EntityGroup> known = new HashMap<>();

    private EntityGrouping(List<Name> names) {
        this.names = names;
    }

    /**
     * The group of each mention.
     *
     * @param names of the mentions, in text order
     */
    static List<EntityGroup> of(List<Name> names) {
        EntityGrouping grouping = new EntityGrouping(names);
        grouping.openFullNames();
        return grouping.assign();
    }

    private void openFullNames() {
        List<Name> full = new ArrayList<>(names.stream()
                .distinct()
                .filter(name -> name.words().size() > 1)
                .toList());
        full.sort(Comparator.comparingInt(name -> -name.words().size()));
        for (Name name : full) {
            EntityGroup group = index.candidates(name).stream()
                    .filter(each -> each.covers(name))
                    .findFirst()
                    .orElseGet(EntityGroup::new);
            known.put(name, group);
            add(name, group);
        }
    }

    private void add(Name name, EntityGroup group) {
        group.addName(name);
        index.add(name, group);
    }

    private List<EntityGroup> assign() {
        List<EntityGroup> assigned = new ArrayList<>();
        for (int mention = 0; mention < names.size(); mention++) {
            Name name = names.get(mention);
            EntityGroup group = known.get(name);
            if (group == null) {
                group = shortened(name).orElseGet(() -> {
                    EntityGroup opened = new EntityGroup();
                    add(name, opened);
                    return opened;
                });
                if (!name.type().equals("person")) {
                    known.put(name, group);
                }
            }
            group.addMention(mention, name);
            assigned.add(group);
        }
        return assigned;
    }

    /** Two people may share a surname, so a single word of a person is looked up anew each time. */
    private Optional<EntityGroup> shortened(Name name) {
        Collection<EntityGroup> candidates = index.candidates(name);
        Optional<EntityGroup> whole = latest(candidates, group -> group.covers(name));
        return whole.isPresent() || !name.type().equals("person")
                ? whole
                : latest(candidates, group -> group.hasGivenName(name));
    }

    private static Optional<EntityGroup> latest(Collection<EntityGroup> groups, Predicate<EntityGroup> fitting) {
        EntityGroup latest = null;
        for (EntityGroup group : groups) {
            if (fitting.test(group) && (latest == null || group.lastMention() > latest.lastMention())) {
                latest = group;
            }
        }
        return Optional.ofNullable(latest);
    }
}
