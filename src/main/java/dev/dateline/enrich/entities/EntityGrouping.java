package dev.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which mentions of an article mean the same. Names of several words come first, the longest before the
 * others; then each single word joins the name it shortens: the one mentioned last before it, else the first one.
 */
final class EntityGrouping {
    private final List<Name> names;
    private final Map<String, List<EntityGroup>> groups = new HashMap<>();
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
            EntityGroup group = ofType(name).stream()
                    .filter(each -> each.covers(name))
                    .findFirst()
                    .orElseGet(() -> open(name));
            group.addName(name);
            known.put(name, group);
        }
    }

    private List<EntityGroup> ofType(Name name) {
        return groups.computeIfAbsent(name.type(), unseen -> new ArrayList<>());
    }

    private EntityGroup open(Name name) {
        EntityGroup group = new EntityGroup(name);
        ofType(name).add(group);
        return group;
    }

    private List<EntityGroup> assign() {
        List<EntityGroup> assigned = new ArrayList<>();
        for (int mention = 0; mention < names.size(); mention++) {
            Name name = names.get(mention);
            EntityGroup group = known.get(name);
            if (group == null) {
                group = shortened(name, mention).orElseGet(() -> open(name));
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
    private Optional<EntityGroup> shortened(Name name, int mention) {
        Comparator<EntityGroup> latest = Comparator.comparingInt(group -> group.lastBefore(mention));
        List<EntityGroup> fitting =
                ofType(name).stream().filter(group -> group.covers(name)).toList();
        if (fitting.isEmpty() && name.type().equals("person")) {
            fitting = ofType(name).stream()
                    .filter(group -> group.hasGivenName(name))
                    .toList();
        }
        EntityGroup best = null;
        for (EntityGroup group : fitting) {
            if (best == null || latest.compare(group, best) > 0) {
                best = group;
            }
        }
        return Optional.ofNullable(best);
    }
}
