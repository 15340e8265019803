package dev.dateline.enrich.entities;

import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final double VOTE_OF_COUNTRY = 0.5;
    private static final double VOTE_OF_REGION = 2;
    private static final double VOTE_OF_SIBLING = 1.5;
    private static final double SAID_BESIDE = 8;

    /** What else a mention of this type may mean when no entry of its own type has the name. */
    private static final Map<String, Set<Kind>> SECOND_CHOICE = Map.of(
            "location",
            Set.of(Kind.ORGANISATION, Kind.FACILITY),
            "facility",
            Set.of(Kind.ORGANISATION, Kind.LOCATION),
            "organisation",
            Set.of(Kind.FACILITY, Kind.PRODUCT),
            "norp",
            Set.of(Kind.MISC),
            "product",
            Set.of(Kind.ORGANISATION, Kind.MISC),
            "misc",
            Set.of(Kind.NORP, Kind.PRODUCT, Kind.ORGANISATION));

    private final KnowledgeBase knowledge;
    private final String language;
    private final List<Subject> subjects;
    private final Map<Subject, List<Candidate>> candidates = new HashMap<>();
    private final Map<Subject, List<Entry>> wholes = new HashMap<>();
    private final Map<Subject, List<Entry>> parts = new HashMap<>();
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
        linker.lookBeside(beside);
        linker.decideTheRest();
        return linker.linked;
    }

    private void look() {
        for (Subject subject : subjects) {
            List<Candidate> found = List.of();
            for (Name name : subject.lookedUp()) {
                found = bearers(subject.type(), name);
                if (!found.isEmpty()) {
                    break;
                }
            }
            candidates.put(subject, found);
        }
    }

    private List<Candidate> bearers(String type, Name name) {
        List<Entry> all = List.of();
        String found = "";
        for (String key : keys(type, name)) {
            all = knowledge.find(key, language);
            if (!all.isEmpty()) {
                found = key;
                break;
            }
        }
        List<Candidate> fitting = new ArrayList<>();
        List<Candidate> second = new ArrayList<>();
        for (Entry entry : all) {
            if (entry.kind().mentionType().equals(type)) {
                fitting.add(Candidate.of(entry, found));
            } else if (secondChoice(type, entry)) {
                second.add(Candidate.of(entry, found));
            }
        }
        List<Candidate> taken = fitting.isEmpty() ? second : fitting;
        taken.sort(Comparator.comparingDouble(Candidate::prominence).reversed());
        return taken;
    }

    /** A company whose name is read as a place is left alone; what is of no country, as the European Union, is not. */
    private static boolean secondChoice(String type, Entry entry) {
        boolean company = entry.kind() == Kind.ORGANISATION && entry.country().isPresent();
        return SECOND_CHOICE.getOrDefault(type, Set.of()).contains(entry.kind())
                && !(type.equals("location") && company);
    }

    private static List<String> keys(String type, Name name) {
        List<String> keys = new ArrayList<>();
        if (type.equals("person")) {
            List<String> words = name.words();
            keys.add(String.join(" ", words));
            if (name.fullness() == 1) {
                keys.add(String.join(
                        " ", words.stream().filter(word -> word.length() > 1).toList()));
            }
        } else {
            String key = String.join(" ", name.words());
            keys.add(key);
            if ((type.equals("norp") || type.equals("misc")) && key.endsWith("s")) {
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
            List<Candidate> found = candidates.getOrDefault(subject, List.of());
            if (found.isEmpty() || subject.type().equals("person")) {
                continue;
            }
            Candidate best = found.get(0);
            double ahead = found.size() == 1
                    ? Double.POSITIVE_INFINITY
                    : best.prominence() - found.get(1).prominence();
            if (ahead >= CLEAR && best.needsNoSupport()) {
                evidence.add(best.entry(), subject.mentions().size());
            }
        }
    }

    /** Gathers for each place what it is said to lie in, and what is said to lie in it. */
    private void lookBeside(int[] beside) {
        Map<Integer, Subject> byMention = new HashMap<>();
        subjects.forEach(subject -> subject.mentions().forEach(mention -> byMention.put(mention, subject)));
        byMention.forEach((mention, part) -> {
            Subject whole = beside[mention] < 0 ? null : byMention.get(beside[mention]);
            if (whole != null) {
                entries(wholes, part).addAll(entriesOf(whole));
                entries(parts, whole).addAll(entriesOf(part));
            }
        });
        for (Subject subject : subjects) {
            int comma = subject.canonical().shown().indexOf(", ");
            if (subject.type().equals("location") && comma > 0) {
                String tail = subject.canonical().shown().substring(comma + 2);
                bearers("location", Name.of("location", tail))
                        .forEach(each -> entries(wholes, subject).add(each.entry()));
            }
        }
    }

    private static List<Entry> entries(Map<Subject, List<Entry>> map, Subject subject) {
        return map.computeIfAbsent(subject, unseen -> new ArrayList<>());
    }

    private List<Entry> entriesOf(Subject subject) {
        return candidates.getOrDefault(subject, List.of()).stream()
                .map(Candidate::entry)
                .toList();
    }

    private void decideTheRest() {
        for (Subject subject : subjects) {
            List<Candidate> found = candidates.getOrDefault(subject, List.of());
            Optional<Entry> chosen = subject.type().equals("person") ? person(subject, found) : best(subject, found);
            chosen.ifPresent(entry -> linked.put(subject, entry));
        }
    }

    /** A full name that one entry bears; of several, or of a single name, the only one whose country the article names. */
    private Optional<Entry> person(Subject subject, List<Candidate> found) {
        if (found.size() == 1 && subject.canonical().words().size() > 1) {
            return Optional.of(found.get(0).entry());
        }
        List<Entry> supported =
                found.stream().map(Candidate::entry).filter(this::inContext).toList();
        return supported.size() == 1 ? Optional.of(supported.get(0)) : Optional.empty();
    }

    private boolean inContext(Entry entry) {
        return entry.country().map(evidence::speaksOf).orElse(false);
    }

    private Optional<Entry> best(Subject subject, List<Candidate> found) {
        Candidate best = null;
        double most = Double.NEGATIVE_INFINITY;
        boolean tie = false;
        for (Candidate each : found) {
            double score = each.prominence()
                    + (saidBeside(subject, each.entry()) ? SAID_BESIDE : 0)
                    + support(each.entry(), subject.mentions().size());
            tie = score == most;
            if (score > most) {
                most = score;
                best = each;
            }
        }
        if (best == null || tie) {
            return Optional.empty();
        }
        Entry entry = best.entry();
        return best.needsNoSupport() || saidBeside(subject, entry) || inContext(entry)
                ? Optional.of(entry)
                : Optional.empty();
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

    /** Whether the article says of it, by a name next to it, where it lies or what lies in it. */
    private boolean saidBeside(Subject subject, Entry entry) {
        // "China, Japan and Korea" is a list of countries, though there is a China in Japan.
        boolean country = entriesOf(subject).stream().anyMatch(each -> each.kind() == Kind.COUNTRY);
        return wholes.getOrDefault(subject, List.of()).stream()
                        .anyMatch(whole -> liesIn(entry, whole) && !(country && whole.kind() == Kind.COUNTRY))
                || parts.getOrDefault(subject, List.of()).stream().anyMatch(part -> liesIn(part, entry));
    }

    private static boolean liesIn(Entry entry, Entry whole) {
        return switch (whole.kind()) {
            case COUNTRY -> entry.kind() != Kind.COUNTRY && whole.country().equals(entry.country());
            case REGION -> entry.kind().town() && whole.region().equals(entry.region());
            default -> false;
        };
    }
}
