package dev.dateline.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Articles for tests. */
final class Written {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final String QUAKE = "Strong earthquake shakes Valdoria coast\n\n"
            + "A magnitude 6.8 earthquake struck off the coast of Valdoria early on Monday, toppling houses in the "
            + "fishing port of Sanmarel and sending residents into the streets. The regional governor, Ilse Brandt, "
            + "said rescue teams were digging through the rubble of a collapsed market hall. Hospitals in Sanmarel "
            + "treated dozens of people for broken bones. The national seismic institute warned that aftershocks "
            + "could last for several days and asked residents to stay away from damaged buildings.";

    static final String QUAKE_ELSEWHERE = "Rescuers search rubble after Valdoria quake\n\n"
            + "Rescue teams searched collapsed buildings in the Valdoria port of Sanmarel on Monday after a powerful "
            + "earthquake hit the coast before dawn. Governor Ilse Brandt told reporters that the market hall had "
            + "fallen in and that people were trapped. The seismic institute put the magnitude at 6.8 and expects "
            + "aftershocks. Schools in Sanmarel stay closed.";

    static final String ELECTION = "Opposition wins Norhaven election\n\n"
            + "Voters in Norhaven handed a clear majority to the opposition alliance of Tomas Reyk on Sunday, ending "
            + "eleven years of conservative government. Reyk promised lower taxes for small firms and an inquiry into "
            + "the sale of the state railways. Prime Minister Oda Lind conceded defeat shortly before midnight and "
            + "congratulated her rival in a brief televised address.";

    private Written() {}

    static StoryArticle article(String uri, String outlet, String text) {
        return article(uri, 1, outlet, NOON, text, List.of());
    }

    static StoryArticle article(
            String uri, long version, String outlet, Instant published, String text, List<Claim> claims) {
        int line = text.indexOf('\n');
        return new StoryArticle(
                uri,
                version,
                "en",
                published,
                outlet,
                line < 0 ? "" : text.substring(0, line),
                text,
                names(text),
                List.of(new Subject("medtop:16000000", "conflict", 0.5)),
                claims,
                Optional.empty());
    }

    /** Capitalised words stand in for entities. */
    private static List<Named> names(String text) {
        List<Named> names = new ArrayList<>();
        for (String word : text.split("[^\\p{L}]+", -1)) {
            boolean known = names.stream().anyMatch(name -> name.name().equals(word));
            if (word.length() > 4 && Character.isUpperCase(word.charAt(0)) && !known) {
                names.add(new Named("urn:test:" + word, "misc", word, 0.3));
            }
        }
        return names;
    }
}
