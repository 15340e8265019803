package dev.dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An empty desk: what it knows of words it knows from its table, or from their length alone. */
class ColdDeskTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    /** Three reports on each of three events of one Monday, with all that any day's news shares. */
    private static final List<List<Report>> ENGLISH = List.of(
            List.of(
                    new Report(
                            "Ferry runs aground off Kelvanna. A ferry with 212 people on board ran aground on a sandbank"
                                    + " off the island of Kelvanna on Monday, officials said. The coast guard took the"
                                    + " passengers to the harbour of Port Elgar. Nobody was hurt, a government spokesman said.",
                            "Kelvanna",
                            "Port Elgar"),
                    new Report(
                            "Passengers of stranded ferry brought to Port Elgar. Officials said on Monday that all 212"
                                    + " passengers of a ferry that hit a sandbank near Kelvanna were safe. Coast guard boats"
                                    + " carried them to Port Elgar during the morning, according to the government.",
                            "Kelvanna",
                            "Port Elgar"),
                    new Report(
                            "The captain of the ferry that ran onto a sandbank off Kelvanna said on Monday that a buoy had"
                                    + " been missing. The government in the capital ordered an inquiry. The coast guard"
                                    + " hopes to tow the ferry to Port Elgar at high tide.",
                            "Kelvanna",
                            "Port Elgar")),
            List.of(
                    new Report(
                            "Dorvik steelworks to close. The steelworks of Dorvik will shut its last blast furnace in June,"
                                    + " its owner Hallmark Steel said on Monday, and 1,400 people will lose their jobs."
                                    + " A government spokesman said that officials would meet the unions.",
                            "Dorvik",
                            "Hallmark Steel"),
                    new Report(
                            "Unions protest as Hallmark Steel shuts furnace in Dorvik. Hundreds of workers gathered on"
                                    + " Monday before the steelworks in Dorvik, whose blast furnace is to be shut. Hallmark"
                                    + " Steel blames the price of power. The government said it was sorry for the 1,400 jobs.",
                            "Dorvik",
                            "Hallmark Steel"),
                    new Report(
                            "The mayor of Dorvik said on Monday that the town would fight for its steelworks. Officials had"
                                    + " heard from Hallmark Steel only in the morning that the blast furnace would be shut"
                                    + " and that 1,400 jobs would go.",
                            "Dorvik",
                            "Hallmark Steel")),
            List.of(
                    new Report(
                            "Measles in Tarn Valley schools. Three schools in Tarn Valley were closed on Monday after 26"
                                    + " children fell ill with measles, health officials said. The government asked parents to"
                                    + " have their children vaccinated.",
                            "Tarn Valley"),
                    new Report(
                            "Parents queue for vaccine in Tarn Valley. Long queues formed on Monday where children are"
                                    + " vaccinated against measles in Tarn Valley. Health officials counted 26 ill children."
                                    + " Schools there are closed, according to a spokesman.",
                            "Tarn Valley"),
                    new Report(
                            "Health officials said on Monday that the measles had come to Tarn Valley with a traveller. With"
                                    + " 26 children ill and three schools closed, vaccine is being brought from the capital.",
                            "Tarn Valley")));

    private static final List<List<Report>> GERMAN = List.of(
            List.of(
                    new Report(
                            "Fähre vor Kelvanna auf Grund gelaufen. Eine Fähre mit 212 Menschen an Bord ist am Montag vor der"
                                    + " Insel Kelvanna auf eine Sandbank gelaufen. Die Küstenwache brachte die Fahrgäste nach"
                                    + " Angaben der Behörden in den Hafen von Elgar. Verletzt wurde niemand, sagte ein Sprecher.",
                            "Kelvanna",
                            "Elgar"),
                    new Report(
                            "Fahrgäste der Fähre in Elgar angekommen. Nach Angaben der Behörden sind alle 212 Fahrgäste der"
                                    + " Fähre, die am Montag vor Kelvanna auf eine Sandbank gelaufen war, in Sicherheit. Boote"
                                    + " der Küstenwache brachten sie nach Elgar, teilte die Regierung mit.",
                            "Kelvanna",
                            "Elgar"),
                    new Report(
                            "Der Kapitän der Fähre, die vor Kelvanna auf eine Sandbank gelaufen ist, sagte am Montag, eine Boje"
                                    + " habe gefehlt. Die Regierung ordnete eine Untersuchung an. Die Küstenwache will die"
                                    + " Fähre bei Flut nach Elgar schleppen.",
                            "Kelvanna",
                            "Elgar")),
            List.of(
                    new Report(
                            "Stahlwerk Dorvik wird geschlossen. Das Stahlwerk in Dorvik legt im Juni seinen letzten Hochofen"
                                    + " still, teilte der Eigentümer Hallmark am Montag mit; 1400 Menschen verlieren ihre"
                                    + " Arbeit. Die Regierung will nach Angaben eines Sprechers mit der Gewerkschaft reden.",
                            "Dorvik",
                            "Hallmark"),
                    new Report(
                            "Gewerkschaft protestiert gegen Hallmark. Hunderte haben sich am Montag vor dem Stahlwerk in Dorvik"
                                    + " versammelt, dessen Hochofen stillgelegt werden soll. Hallmark nennt den Preis für Strom"
                                    + " als Grund. Die Regierung bedauerte den Verlust von 1400 Stellen.",
                            "Dorvik",
                            "Hallmark"),
                    new Report(
                            "Die Bürgermeisterin von Dorvik sagte am Montag, die Stadt werde um das Stahlwerk kämpfen. Die"
                                    + " Behörden hätten erst am Morgen von Hallmark erfahren, dass der Hochofen stillgelegt"
                                    + " wird und 1400 Stellen wegfallen.",
                            "Dorvik",
                            "Hallmark")),
            List.of(
                    new Report(
                            "Masern im Tarntal. Drei Schulen im Tarntal sind am Montag geschlossen worden, nachdem 26 Kinder an"
                                    + " Masern erkrankt waren, teilten die Behörden mit. Die Regierung rief Eltern auf, ihre"
                                    + " Kinder impfen zu lassen.",
                            "Tarntal"),
                    new Report(
                            "Eltern warten im Tarntal auf Impfstoff. Lange Schlangen bildeten sich am Montag, wo Kinder im"
                                    + " Tarntal gegen Masern geimpft werden. Die Behörden zählten 26 erkrankte Kinder. Die"
                                    + " Schulen dort sind geschlossen, sagte ein Sprecher.",
                            "Tarntal"),
                    new Report(
                            "Die Masern sind nach Angaben der Behörden mit einem Reisenden ins Tarntal gekommen. Weil 26 Kinder"
                                    + " erkrankt und drei Schulen geschlossen sind, wird am Montag Impfstoff aus der"
                                    + " Hauptstadt gebracht.",
                            "Tarntal")));

    private record Report(String text, List<String> places) {
        Report(String text, String... places) {
            this(text, List.of(places));
        }

        StoryArticle by(String uri, String language, Instant time) {
            List<Named> names = places.stream()
                    .map(place -> new Named("urn:test:" + place, "location", place, 0.8))
                    .toList();
            return new StoryArticle(
                    uri, 1, language, time, "Post", "", text, names, List.of(), List.of(), Optional.empty());
        }
    }

    @Test
    void theFirstArticlesOfAnEnglishDeskAreAStoryForEachEvent() {
        eachEventIsOneStory("en", ENGLISH, ENGLISH.size());
    }

    @Test
    void theFirstArticlesOfADeskWithoutATableAreAStoryForEachEvent() {
        eachEventIsOneStory("de", GERMAN, GERMAN.size());
    }

    /** A third of the words of each are those of an outlet's form, which it fills in for every event. */
    @ParameterizedTest
    @CsvSource({"en, 1", "en, 60", "de, 1", "de, 60"})
    void eventsThatOutletsTellInAFormOfTheirOwnStayApart(String language, int atOnce) {
        List<List<Report>> events = new ArrayList<>();
        for (int event = 0; event < 60; event++) {
            List<Report> reports = new ArrayList<>();
            for (int outlet = 0; outlet < 4; outlet++) {
                reports.add(filledIn(event, outlet));
            }
            events.add(reports);
        }

        eachEventIsOneStory(language, events, atOnce);
    }

    /** @param atOnce events that are reported on by turns */
    private static void eachEventIsOneStory(String language, List<List<Report>> events, int atOnce) {
        Desk desk = new Desk(language, Settings.DEFAULT);
        Map<String, String> storyOf = new HashMap<>();
        Instant time = MORNING;
        for (int first = 0; first < events.size(); first += atOnce) {
            for (int report = 0; report < events.get(0).size(); report++) {
                for (int event = first; event < Math.min(first + atOnce, events.size()); event++) {
                    time = time.plus(Duration.ofMinutes(1));
                    StoryArticle article = events.get(event).get(report).by(event + "/" + report, language, time);
                    desk.join(article, time)
                            .assignments()
                            .forEach(assignment -> storyOf.put(assignment.uri(), assignment.storyId()));
                }
            }
        }
        Map<String, Set<String>> eventsOf = new HashMap<>();
        storyOf.forEach((uri, story) ->
                eventsOf.computeIfAbsent(story, fresh -> new TreeSet<>()).add(uri.substring(0, uri.indexOf('/'))));
        assertThat(eventsOf).hasSize(events.size());
        assertThat(eventsOf.values()).allSatisfy(told -> assertThat(told).hasSize(1));
    }

    private static Report filledIn(int event, int outlet) {
        StringBuilder text = new StringBuilder("Officials in Town" + event + " said on Tuesday that ");
        for (int word = 0; word < 24; word++) {
            text.append(word % 3 == outlet % 3 ? "own" + outlet + "x" + word : "thing" + event + "y" + word)
                    .append(word % 8 == 7 ? ". Then " : " ");
        }
        return new Report(text.toString(), "Town" + event);
    }
}
