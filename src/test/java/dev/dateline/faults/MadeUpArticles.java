package dev.dateline.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Articles about events that there never were, in four languages, several on each event; some take others back. */
final class MadeUpArticles {
    /** Of an article whose body no output topic of the rig takes. */
    static final String TOO_LARGE_OUT = "OUTPUT_TOO_LARGE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVENTS = 400;
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
    private static final List<List<String>> SENTENCES = List.of(
            List.of(
                    "The mayor of %1$s, Ana Ruiz, said on Tuesday that the bridge would stay closed.",
                    "At least %2$d people were injured when the ferry ran aground near %1$s.",
                    "Engineers of the Northern Dock Company inspected the pillars in %1$s this morning.",
                    "The repairs will cost %2$d million dollars, the company told reporters.",
                    "\"We heard a loud noise and then the lights went out,\" said Tom Weller, a fisherman.",
                    "Schools in %1$s are to open again next week, the council announced."),
            List.of(
                    "Die Bürgermeisterin von %1$s sagte am Dienstag, die Brücke bleibe vorerst gesperrt.",
                    "Mindestens %2$d Menschen wurden verletzt, als die Fähre vor %1$s auf Grund lief.",
                    "Fachleute der Hafengesellschaft untersuchten heute Morgen die Pfeiler in %1$s.",
                    "Die Arbeiten kosten nach Angaben des Unternehmens %2$d Millionen Euro.",
                    "Die Schulen in %1$s sollen in der kommenden Woche wieder öffnen, teilte der Rat mit."),
            List.of(
                    "La maire de %1$s a déclaré mardi que le pont resterait fermé jusqu'à nouvel ordre.",
                    "Au moins %2$d personnes ont été blessées lorsque le ferry s'est échoué près de %1$s.",
                    "Des ingénieurs de la compagnie du port ont inspecté les piliers à %1$s ce matin.",
                    "Les travaux coûteront %2$d millions d'euros, selon l'entreprise.",
                    "Les écoles de %1$s doivent rouvrir la semaine prochaine, a annoncé le conseil."),
            List.of(
                    "La alcaldesa de %1$s dijo el martes que el puente seguirá cerrado por ahora.",
                    "Al menos %2$d personas resultaron heridas cuando el transbordador encalló cerca de %1$s.",
                    "Los ingenieros de la compañía portuaria revisaron esta mañana los pilares en %1$s.",
                    "Las obras costarán %2$d millones de euros, según la empresa.",
                    "Las escuelas de %1$s abrirán de nuevo la próxima semana, anunció el ayuntamiento."));

    private final Random random;

    MadeUpArticles(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A version of an article. Every tenth correction makes it one about another event, in another language.
     *
     * @param number rises from record to record
     * @param article of which it is a version
     */
    byte[] article(int number, int article, String uri, int version, Instant now) {
        int event = (article + (version > 1 && number % 10 == 0 ? 1 : 0)) % EVENTS;
        List<String> language = SENTENCES.get(event % SENTENCES.size());
        StringBuilder body = new StringBuilder();
        for (int sentence = 0; sentence < 4; sentence++) {
            body.append(language.get(random.nextInt(language.size())).formatted("Portovar" + event, 2 + event % 30))
                    .append(' ');
        }
        ObjectNode json = common(uri, version, now)
                .put("language", LANGUAGES.get(event % LANGUAGES.size()))
                .put("headline", language.get(event % language.size()).formatted("Portovar" + event, 2 + event % 30))
                .put("body", body.toString())
                .put("outlet", "Outlet " + article % 7);
        if (number % 50 == 49) {
            json.put("pubStatus", "canceled");
        }
        return bytes(json);
    }

    /** Random letters, which no compression makes small. */
    byte[] large(String uri, int version, Instant now) {
        StringBuilder body = new StringBuilder();
        for (int word = 0; word < 12_000; word++) {
            for (int letter = 0; letter < 6; letter++) {
                body.append((char) ('a' + random.nextInt(26)));
            }
            body.append(' ');
        }
        return bytes(common(uri, version, now).put("headline", "Large").put("body", body.toString()));
    }

    private static ObjectNode common(String uri, int version, Instant now) {
        return JSON.createObjectNode()
                .put("uri", uri)
                .put("version", Integer.toString(version))
                .put("publishedAt", now.toString())
                .put("sentAtMillis", now.toEpochMilli());
    }

    private static byte[] bytes(ObjectNode article) {
        return article.toString().getBytes(StandardCharsets.UTF_8);
    }
}
