package dev.dateline.enrich.entities;

import dev.dateline.article.Article;
import dev.dateline.article.Sentences;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Entity;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Stage;
import dev.dateline.enrich.entities.knowledge.Entry;
import dev.dateline.enrich.entities.knowledge.Kind;
import dev.dateline.enrich.entities.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the mentions of one article to its entities, grouped, named and linked. */
final class Gathering {
    /** Classes of the knowledge base that are finer than the tagger's, and published in their place. */
    private static final List<Kind> FINER = List.of(Kind.NORP, Kind.PRODUCT);

    /** Of a reference that only one person of the article fits; no set to measure it on. */
    private static final double REFERENCE_CONFIDENCE = 0.7;

    private final Article article;
    private final Sentences sentences;
    private final List<Mention> mentions;
    private final int[] starts;
    private final List<Name> names;
    private final boolean onlyLinked;
    private final Stage stage;
    private final List<Annotation> annotations = new ArrayList<>();
    private final Map<String, Gathered> gathered = new LinkedHashMap<>();
    private final Map<Integer, String> entityOf = new HashMap<>();

    private Gathering(
            Article article,
            Sentences sentences,
            List<Mention> mentions,
            int[] starts,
            List<Name> names,
            boolean onlyLinked,
            Stage stage) {
        this.article = article;
        this.sentences = sentences;
        this.mentions = mentions;
        this.starts = starts;
        this.names = names;
        this.onlyLinked = onlyLinked;
        this.stage = stage;
    }

    Gathering(Article article, Sentences sentences, List<Mention> mentions, Stage stage) {
        this(
                article,
                sentences,
                mentions,
                mentions.stream()
                        .mapToInt(mention -> sentences.tokenStarts()[mention.from()])
                        .toArray(),
                mentions.stream()
                        .map(mention -> Name.of(mention.type(), exact(article, sentences, mention)))
                        .toList(),
                false,
                stage);
    }

    /** Of mentions that are worth something only if the knowledge base knows whom or what they mean. */
    static Gathering guessed(Article article, Sentences sentences, List<Gazetteer.Found> found, Stage stage) {
        return new Gathering(
                article,
                sentences,
                found.stream().map(Gazetteer.Found::mention).toList(),
                found.stream().mapToInt(Gazetteer.Found::start).toArray(),
                found.stream().map(Gazetteer.Found::name).toList(),
                true,
                stage);
    }

    Findings linked(KnowledgeBase knowledge, String language) {
        List<EntityGroup> groups = EntityGrouping.of(names);
        List<Subject> subjects = Subject.of(groups, names);
        Map<Subject, Entry> linked = Linker.link(knowledge, language, subjects, besides());
        Metonym metonym = new Metonym(article.text().value(), sentences);
        Map<Integer, Subject> byMention = new HashMap<>();
        subjects.forEach(subject -> subject.mentions().forEach(mention -> byMention.put(mention, subject)));
        for (int i = 0; i < mentions.size(); i++) {
            Subject subject = byMention.get(i);
            Entry linkedTo = subject == null ? null : linked.get(subject);
            Entry entry = linkedTo == null || onlyLinked ? linkedTo : metonym.meant(mentions.get(i), linkedTo);
            if (subject != null && (entry != null || !onlyLinked)) {
                add(i, subject, entry);
            }
        }
        if (!onlyLinked) {
            refer();
        }
        return Findings.NONE.withAnnotations(annotations).withEntities(entities());
    }

    /** Adds the phrases that mean a person by office: annotations of kind {@code reference}. */
    private void refer() {
        String text = article.text().value();
        Map<String, Integer> people = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        int[] personAt = new int[sentences.tokens()];
        String[] countryAt = new String[sentences.tokens()];
        Arrays.fill(personAt, -1);
        Arrays.fill(countryAt, "");
        Map<Integer, String> countryOf = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String id = entityOf.get(i);
            Optional<String> country =
                    Optional.ofNullable(gathered.get(id)).flatMap(each -> each.entry.flatMap(Entry::country));
            boolean person = mention.type().equals("person");
            if (person && people.putIfAbsent(id, ids.size()) == null) {
                country.ifPresent(code -> countryOf.put(ids.size(), code));
                ids.add(id);
            }
            for (int token = mention.from(); token < mention.to(); token++) {
                if (person) {
                    personAt[token] = people.getOrDefault(id, -1);
                } else {
                    countryAt[token] = country.orElse("");
                }
            }
        }
        for (Offices.Reference reference : new Offices(text, sentences, personAt).find(countryAt, countryOf)) {
            String id = ids.get(reference.person());
            Annotation annotation = Annotation.of(
                    "reference",
                    article.text(),
                    article.text().toCodePoint(sentences.tokenStarts()[reference.from()]),
                    article.text().toCodePoint(sentences.tokenEnds()[reference.to() - 1]),
                    REFERENCE_CONFIDENCE,
                    stage,
                    details("person", id));
            annotations.add(annotation);
        }
    }

    private static String exact(Article article, Sentences sentences, Mention mention) {
        return article.text()
                .value()
                .substring(sentences.tokenStarts()[mention.from()], sentences.tokenEnds()[mention.to() - 1]);
    }

    /** One past the mention's last character. */
    private int end(int mention) {
        return sentences.tokenEnds()[mentions.get(mention).to() - 1];
    }

    /** For each place the one it is said to lie in: named next, after a comma or in brackets. */
    private int[] besides() {
        int[] beside = new int[mentions.size()];
        Arrays.fill(beside, -1);
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention place = mentions.get(i);
            Mention next = mentions.get(i + 1);
            if (place.type().equals("location")
                    && next.type().equals("location")
                    && next.from() == place.to() + 1
                    && between(place.to())) {
                beside[i] = i + 1;
            }
        }
        return beside;
    }

    private boolean between(int token) {
        char sign = article.text().value().charAt(sentences.tokenStarts()[token]);
        return sign == ',' || sign == '(';
    }

    private void add(int number, Subject subject, @Nullable Entry entry) {
        Mention mention = mentions.get(number);
        boolean surer = entry != null && (FINER.contains(entry.kind()) || governs(entry, mention));
        String type = surer && entry != null ? entry.kind().label() : mention.type();
        String id = entry == null ? subject.canonical().urn() : entry.id();
        Text text = article.text();
        Annotation annotation = Annotation.of(
                "entity",
                text,
                text.toCodePoint(starts[number]),
                text.toCodePoint(end(number)),
                mention.confidence(),
                stage,
                details(type, id));
        annotations.add(annotation);
        entityOf.put(number, id);
        gathered.computeIfAbsent(
                        id,
                        unseen -> new Gathered(
                                type, subject.canonical().shown(), Optional.ofNullable(entry), annotation.start()))
                .mentions
                .add(annotation.id());
    }

    /** The government that a place's name stands for here. */
    private static boolean governs(Entry entry, Mention mention) {
        return mention.type().equals("location") && Metonym.government(entry);
    }

    private static Map<String, Object> details(String type, String entity) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", type);
        details.put("entity", entity);
        return details;
    }

    private List<Entity> entities() {
        int most = gathered.values().stream()
                .mapToInt(each -> each.mentions.size())
                .max()
                .orElse(1);
        int headlineEnd = article.parts().stream()
                .filter(part -> part.role() == Article.Role.HEADLINE)
                .mapToInt(Article.Part::end)
                .findFirst()
                .orElseGet(() -> sentences.size() == 0 ? 0 : article.text().toCodePoint(sentences.end(0)));
        List<Entity> entities = new ArrayList<>();
        gathered.forEach((id, each) -> {
            double place = (double) each.start / article.text().length();
            double salience = Salience.of(each.mentions.size(), most, place, each.start < headlineEnd);
            entities.add(new Entity(
                    id,
                    each.type,
                    each.entry.map(Entry::name).orElse(each.name),
                    salience,
                    each.mentions,
                    each.entry.map(Entry::links).orElse(List.of()),
                    each.entry.flatMap(Entry::country),
                    each.entry.flatMap(Entry::coordinates),
                    stage));
        });
        return entities;
    }

    /** What is known of an entity once all mentions are read. */
    private record Gathered(String type, String name, Optional<Entry> entry, int start, List<String> mentions) {
        Gathered(String type, String name, Optional<Entry> entry, int start) {
            this(type, name, entry, start, new ArrayList<>());
        }
    }
}
