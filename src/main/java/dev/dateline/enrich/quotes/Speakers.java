package dev.dateline.enrich.quotes;

import dev.dateline.enrich.quotes.Attribution.Stretch;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who the words that name a speaker mean: the name that heads them, the person a pronoun or a role stands for, or nobody
 * that the article names. Ask in text order: a pronoun often means whoever spoke last.
 */
final class Speakers {
    /** A pronoun means nobody farther back than that many sentences. */
    private static final int SENTENCES_BACK = 4;

    private static final Set<Integer> HE = Phrases.hashes("he him his himself");
    private static final Set<Integer> SHE = Phrases.hashes("she her hers herself");
    private static final Set<Integer> WHO = Phrases.hashes("who whom");
    private static final Set<Integer> IT = Phrases.hashes("it its they we");
    private static final Set<Integer> OF =
            Phrases.hashes("of for from at in to by with on at against near behind under");

    private final Reading reading;
    private final Roles roles;
    private final Set<String> people;
    private final Map<String, Integer> genders = new HashMap<>();
    private String lastPerson = "";
    private String lastOther = "";
    private int lastPersonAt = -1;
    private int lastOtherAt = -1;
    private int gendersRead;

    Speakers(Reading reading) {
        this.reading = reading;
        this.roles = new Roles(reading);
        this.people =
                reading.names().stream().filter(Names::person).map(Names::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The id of the entity, empty if it is none. */
    String resolved(Stretch source) {
        String id = entity(source);
        if (people.contains(id)) {
            lastPerson = id;
            lastPersonAt = source.from();
        } else if (id.startsWith("urn:dateline:organisation:")) {
            lastOther = id;
            lastOtherAt = source.from();
        }
        return id;
    }

    /** As {@link #resolved}, but leaves open who spoke last. */
    String entity(Stretch source) {
        int word = reading.word(source.from());
        if (source.to() == source.from() + 1) {
            if (HE.contains(word)) {
                return person(source.from(), 1);
            }
            if (SHE.contains(word)) {
                return person(source.from(), 2);
            }
            if (WHO.contains(word)) {
                return nearest(source.from());
            }
            if (IT.contains(word)) {
                return recent(lastOtherAt, source.from()) ? lastOther : "";
            }
        }
        int head = headName(source);
        return head >= 0 ? Names.id(reading.names().get(head)) : role(source);
    }

    /** The name the phrase is about: not an owner, nor what stands behind a preposition; a person before others. */
    private int headName(Stretch source) {
        int head = -1;
        for (int token = source.from(); token < source.to(); ) {
            int name = reading.nameOf(token);
            if (name < 0) {
                token++;
                continue;
            }
            int end = token;
            while (end < source.to() && reading.nameOf(end) == name) {
                end++;
            }
            boolean person = reading.type(token) == Reading.PERSON;
            boolean subordinate = owner(end) || governed(token, source.from()) || modifier(end, source.to(), person);
            if (!subordinate && (head < 0 || (person && !isPerson(head)))) {
                head = name;
            }
            token = end;
        }
        return head;
    }

    private boolean isPerson(int name) {
        return Names.person(reading.names().get(name));
    }

    private boolean owner(int end) {
        if (end >= reading.tokens()) {
            return false;
        }
        String mark = reading.raw(end);
        return mark.equals("'s")
                || mark.equals("\u2019s")
                || ((mark.equals("'") || mark.equals("\u2019")) && reading.joined(end));
    }

    private boolean governed(int token, int first) {
        for (int at = token - 1; at >= first && at > token - 4; at--) {
            if (OF.contains(reading.word(at))) {
                return true;
            }
            if (reading.shape(at) == Reading.MARK) {
                return false;
            }
        }
        return false;
    }

    /** {@code Reuters reporter}, {@code Iranian advisor}: the noun that follows is the head. */
    private boolean modifier(int end, int last, boolean person) {
        return !person
                && end < last
                && (reading.shape(end) == Reading.LOWER || Roles.isRole(reading.word(end)))
                && reading.type(end) == Reading.NO_NAME
                && !OF.contains(reading.word(end));
    }

    private String role(Stretch source) {
        for (int at = source.to() - 1; at >= source.from(); at--) {
            int word = reading.word(at);
            boolean governed = governed(at, source.from());
            if (governed || !Roles.isRole(word)) {
                continue;
            }
            String holder = roles.holder(word, source.from());
            if (!holder.isEmpty()) {
                return holder;
            }
            boolean definite = reading.word(source.from()) == Hashes.word("the");
            return definite && Roles.anybody(word) && recent(lastPersonAt, source.from()) ? lastPerson : "";
        }
        return "";
    }

    private boolean recent(int at, int now) {
        return at >= 0 && at <= now && reading.sentenceOf(now) - reading.sentenceOf(at) <= SENTENCES_BACK;
    }

    /** Whoever spoke last, if the pronoun fits; else the person named first in the nearest sentence before. */
    private String person(int token, int gender) {
        readGenders(token);
        int sentence = reading.sentenceOf(token);
        String own = firstPerson(reading.sentenceStart(sentence), token, gender);
        if (!own.isEmpty()) {
            return own;
        }
        boolean speaker = recent(lastPersonAt, token) && fits(lastPerson, gender);
        for (int back = sentence - 1; back >= 0 && back >= sentence - SENTENCES_BACK; back--) {
            if (speaker && lastPersonAt >= reading.sentenceStart(back)) {
                return lastPerson;
            }
            String named = firstPerson(reading.sentenceStart(back), reading.sentenceEnd(back), gender);
            if (!named.isEmpty()) {
                return named;
            }
        }
        return speaker ? lastPerson : "";
    }

    private String firstPerson(int from, int to, int gender) {
        String owner = "";
        for (int at = from; at < to; at++) {
            if (reading.type(at) != Reading.PERSON || reading.quotations().quoted(at)) {
                continue;
            }
            int name = reading.nameOf(at);
            String id = Names.id(reading.names().get(name));
            int end = at;
            while (end < to && reading.nameOf(end) == name) {
                end++;
            }
            if (fits(id, gender)) {
                if (!owner(end) && !governed(at, from)) {
                    return id;
                }
                owner = owner.isEmpty() ? id : owner;
            }
            at = end - 1;
        }
        return owner;
    }

    private String nearest(int token) {
        int first = reading.sentenceStart(reading.sentenceOf(token));
        for (int at = token - 1; at >= first; at--) {
            if (reading.type(at) == Reading.PERSON) {
                return Names.id(reading.names().get(reading.nameOf(at)));
            }
        }
        return "";
    }

    private boolean fits(String id, int gender) {
        int known = genders.getOrDefault(id, 0);
        return known == 0 || known == gender;
    }

    private void readGenders(int limit) {
        for (; gendersRead < limit; gendersRead++) {
            int name = reading.nameOf(gendersRead);
            boolean first = name >= 0 && (gendersRead == 0 || reading.nameOf(gendersRead - 1) != name);
            if (!first || reading.type(gendersRead) != Reading.PERSON) {
                continue;
            }
            int before =
                    reading.mark(gendersRead - 1 < 0 ? 0 : gendersRead - 1) == '.' ? gendersRead - 2 : gendersRead - 1;
            int gender = GivenNames.gender(reading.word(before));
            if (gender == 0) {
                gender = GivenNames.gender(reading.word(gendersRead));
            }
            if (gender != 0) {
                genders.putIfAbsent(Names.id(reading.names().get(name)), gender);
            }
        }
    }
}
