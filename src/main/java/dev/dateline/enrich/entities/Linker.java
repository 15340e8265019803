package dev.dateline.enrich.entities;

import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import dev.dateline.enrich.entities.knowledge.PersonKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which entry of the knowledge base each entity of one article is, if any. What the article leaves no doubt about
 * comes first and speaks for the countries and regions it is about; these then decide between bearers of one name.
 */
final class Linker {
    /** What separates the best candidate from the next one that it needs no help of the context: a factor of 30. */
    private static final double CLEAR = 1.5;

    /** Residents from which a place needs no support by its context, as a decimal logarithm. */
    private static final double KNOWN_EVERYWHERE = 5;

    private static final double VOTE_OF_COUNTRY = 0.5;
    private static final double VOTE_OF_REGION = 2;
    private static final double VOTE_OF_SIBLING = 1.5;
    private static final double SAID_BESIDE = 8;

    /** What else a mention of this type may mean when no entry of its own type has the name. */
    private static final Map<String, Set<Kind>> SECOND_CHOICE = Map.of(
            "location",
            Set.of(Kind.ORGANISATION, Kind.FACILITY),
            "facility",
            Set.of(Kind.ORGANISATION, Kind.LOCATION, Kind.CITY),
            "organisation",
            Set.of(Kind.FACILITY, Kind.PRODUCT),
            "misc",
            Set.of(Kind.ORGANISATION));

    private final KnowledgeBase knowledge;
    private final String language;
    private final List<Subject> subjects;
    private final Map<Subject, List<Entry>> candidates = new HashMap<>();
    private final Map<Subject, Entry> linked = new HashMap<>();
    private final Evidence evidence = new Evidence();

    private Linker(KnowledgeBase knowledge, String language, List<Subject> subjects) {
        this.knowledge = knowledge;
        this.language = language;
        this.subjects = subjects;
    }

    /**
     * The entries of those subjects that have one.
     *
     * @param beside for each mention the one that says where it lies, as Texas does in "Paris, Texas"; −1 for none
     */
    static Map<Subject, Entry> link(KnowledgeBase knowledge, String language, List<Subject> subjects, int[] beside) {
        Linker linker = new Linker(knowledge, language, subjects);
        linker.look();
        linker.decideTheClear();
        linker.decideTheRest(linker.wholes(beside));
        return linker.linked;
    }

    private void look() {
        for (Subject subject : subjects) {
            List<Entry> found = List.of();
            for (Name name : subject.lookedUp()) {
                found = bearers(subject.type(), name);
                if (!found.isEmpty()) {
                    break;
                }
            }
            candidates.put(subject, found);
        }
    }

    private List<Entry> bearers(String type, Name name) {
        List<Entry> all = new ArrayList<>();
        for (String key : keys(type, name)) {
            all = knowledge.find(key, language);
            if (!all.isEmpty()) {
                break;
            }
        }
        List<Entry> fitting = all.stream()
                .filter(entry -> entry.kind().mentionType().equals(type))
                .toList();
        Set<Kind> second = SECOND_CHOICE.getOrDefault(type, Set.of());
        return fitting.isEmpty()
                ? all.stream().filter(entry -> second.contains(entry.kind())).toList()
                : fitting;
    }

    private static List<String> keys(String type, Name name) {
        List<String> keys = new ArrayList<>();
        if (type.equals("person")) {
            List<String> words = PersonKey.words(name.words());
            keys.add(String.join(" ", words));
            if (name.fullness() == 1) {
                keys.add(String.join(
                        " ", words.stream().filter(word -> word.length() > 1).toList()));
            }
        } else {
            String key = String.join(" ", name.words());
            keys.add(key);
            if (type.equals("misc") && key.endsWith("s")) {
                keys.add(key.substring(0, key.length() - 1));
            }
            int comma = name.shown().indexOf(", ");
            if (type.equals("location") && comma > 0) {
                keys.add(String.join(
                        " ", Name.of(type, name.shown().substring(0, comma)).words()));
            }
        }
        return keys;
    }

    private void decideTheClear() {
        for (Subject subject : subjects) {
            List<Entry> found = ranked(subject);
            if (found.isEmpty() || subject.type().equals("person")) {
                continue;
            }
            Entry best = found.get(0);
            double ahead = found.size() == 1
                    ? Double.POSITIVE_INFINITY
                    : best.prominence() - found.get(1).prominence();
            boolean place = best.kind() == Kind.CITY || best.kind() == Kind.LOCATION;
            if (ahead >= CLEAR && (!place || best.prominence() >= KNOWN_EVERYWHERE)) {
                evidence.add(best, subject.mentions().size());
            }
        }
    }

    private List<Entry> ranked(Subject subject) {
        List<Entry> found = new ArrayList<>(candidates.getOrDefault(subject, List.of()));
        found.sort((a, b) -> Double.compare(b.prominence(), a.prominence()));
        return found;
    }

    /** For each subject the places that its mentions name as what it lies in. */
    private Map<Subject, List<Entry>> wholes(int[] beside) {
        Map<Integer, Subject> byMention = new HashMap<>();
        subjects.forEach(subject -> subject.mentions().forEach(mention -> byMention.put(mention, subject)));
        Map<Subject, List<Entry>> wholes = new HashMap<>();
        for (Subject subject : subjects) {
            List<Entry> lies = new ArrayList<>();
            for (int mention : subject.mentions()) {
                Subject whole = beside[mention] < 0 ? null : byMention.get(beside[mention]);
                if (whole != null) {
                    lies.addAll(candidates.getOrDefault(whole, List.of()));
                }
            }
            int comma = subject.canonical().shown().indexOf(", ");
            if (subject.type().equals("location") && comma > 0) {
                String tail = subject.canonical().shown().substring(comma + 2);
                lies.addAll(bearers("location", Name.of("location", tail)));
            }
            wholes.put(subject, lies);
        }
        return wholes;
    }

    private void decideTheRest(Map<Subject, List<Entry>> wholes) {
        for (Subject subject : subjects) {
            List<Entry> found = ranked(subject);
            Optional<Entry> chosen = subject.type().equals("person")
                    ? person(subject, found)
                    : best(subject, found, wholes.getOrDefault(subject, List.of()));
            chosen.ifPresent(entry -> linked.put(subject, entry));
        }
    }

    /** A full name that one entry bears; of several, or of a single name, the only one whose country the article names. */
    private Optional<Entry> person(Subject subject, List<Entry> found) {
        if (found.size() == 1 && subject.canonical().words().size() > 1) {
            return Optional.of(found.get(0));
        }
        List<Entry> supported = found.stream()
                .filter(entry -> entry.country().map(evidence::speaksOf).orElse(false))
                .toList();
        return supported.size() == 1 ? Optional.of(supported.get(0)) : Optional.empty();
    }

    private Optional<Entry> best(Subject subject, List<Entry> found, List<Entry> wholes) {
        Entry best = null;
        double most = Double.NEGATIVE_INFINITY;
        boolean tie = false;
        for (Entry entry : found) {
            double score = entry.prominence() + (liesIn(entry, wholes) ? SAID_BESIDE : 0);
            score += support(entry, subject.mentions().size());
            tie = score == most;
            if (score > most) {
                most = score;
                best = entry;
            }
        }
        if (best == null || tie) {
            return Optional.empty();
        }
        boolean place = best.kind() == Kind.CITY || best.kind() == Kind.LOCATION;
        boolean backed = !place
                || best.prominence() >= KNOWN_EVERYWHERE
                || liesIn(best, wholes)
                || best.country().map(evidence::speaksOf).orElse(false);
        return backed ? Optional.of(best) : Optional.empty();
    }

    private double support(Entry entry, int mentions) {
        String country = entry.country().orElse("");
        boolean wholeCountry = entry.kind() == Kind.COUNTRY;
        double support = VOTE_OF_COUNTRY * evidence.votes(country, entry, mentions);
        if (entry.kind() == Kind.REGION) {
            support += VOTE_OF_SIBLING * Math.min(1, evidence.regionsBeside(country, entry));
        }
        if (!wholeCountry && entry.region().isPresent()) {
            support += VOTE_OF_REGION * evidence.votesOfRegion(entry.region().get(), entry);
        }
        return support;
    }

    private static boolean liesIn(Entry entry, List<Entry> wholes) {
        return wholes.stream().anyMatch(whole -> switch (whole.kind()) {
            case COUNTRY -> entry.kind() != Kind.COUNTRY && whole.country().equals(entry.country());
            case REGION -> entry.kind() == Kind.CITY && whole.region().equals(entry.region());
            default -> false;
        });
    }

    /** What the clear cases say of where the article plays. */
    private static final class Evidence {
        private static final double MOST_VOTES = 2;

        private final Map<String, Map<String, Integer>> countries = new HashMap<>();
        private final Map<String, Set<String>> regionsOf = new HashMap<>();
        private final Map<String, Set<String>> regions = new HashMap<>();

        void add(Entry entry, int mentions) {
            entry.country().ifPresent(country -> {
                countries.computeIfAbsent(country, unseen -> new HashMap<>()).put(entry.id(), mentions);
                entry.region().ifPresent(region -> {
                    regions.computeIfAbsent(region, unseen -> new java.util.HashSet<>())
                            .add(entry.id());
                    if (entry.kind() == Kind.REGION) {
                        regionsOf
                                .computeIfAbsent(country, unseen -> new java.util.HashSet<>())
                                .add(region);
                    }
                });
            });
        }

        boolean speaksOf(String country) {
            return countries.containsKey(country);
        }

        /** Mentions of the country and of what lies in it, the entry itself not counted, up to two. */
        double votes(String country, Entry self, int ownMentions) {
            Map<String, Integer> of = countries.getOrDefault(country, Map.of());
            int all = of.values().stream().mapToInt(Integer::intValue).sum();
            return Math.min(MOST_VOTES, all - (of.containsKey(self.id()) ? ownMentions : 0));
        }

        /** Other regions of the country that the article names. */
        int regionsBeside(String country, Entry self) {
            Set<String> of = regionsOf.getOrDefault(country, Set.of());
            return of.size() - (self.region().map(of::contains).orElse(false) ? 1 : 0);
        }

        /** 1 if something else in the region is named, else 0. */
        int votesOfRegion(String region, Entry self) {
            Set<String> in = regions.getOrDefault(region, Set.of());
            return in.size() - (in.contains(self.id()) ? 1 : 0) > 0 ? 1 : 0;
        }
    }
}
