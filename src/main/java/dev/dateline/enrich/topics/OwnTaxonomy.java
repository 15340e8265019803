package dev.dateline.enrich.topics;

import dev.dateline.enrich.Stage;
import dev.dateline.enrich.Topic;
import dev.dateline.enrich.encoder.Encoder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operator's topics beside those of the IPTC, under a scheme name of their own. A topic is where its example texts
 * lie among the encoder's vectors, and its label; a broader one is found with any below it. Immutable.
 */
public final class OwnTaxonomy {
    /** Where topics of the IPTC stand; no operator's scheme may take it. */
    private static final String IPTC = "medtop";

    private static final int MOST_FOUND = 8;
    private static final double LEAST_SCORE = 0.5;
    /** An example says more about a topic than its label. */
    private static final float EXAMPLES_WEIGHT = 2;
    /** Of how near the article is, and how much it says of the label; chosen on dev news with topics of five examples. */
    private static final Logistic LIKELY = new Logistic(20f, 2f, -7.8f);

    private final List<Concept> concepts;
    private final PackedVectors prototypes;
    private final LabelWords labelWords;
    private final Stage stage;

    private OwnTaxonomy(List<Concept> concepts, PackedVectors prototypes, Stage stage) {
        this.concepts = List.copyOf(concepts);
        this.prototypes = prototypes;
        this.labelWords = new LabelWords(concepts);
        this.stage = stage;
    }

    /**
     * Reads a file, described at {@link TaxonomyTable}.
     *
     * @param scheme stands before each code and a colon
     * @param encoder which is to read the articles
     * @param model for the same encoder
     * @throws IOException with a sentence that names the file and the line, if it cannot be used
     */
    public static OwnTaxonomy read(String scheme, Path file, Encoder encoder, TopicModel model) throws IOException {
        if (!scheme.matches("[a-z][a-z0-9-]{0,31}") || scheme.equals(IPTC)) {
            throw new IOException("a scheme's name is lower-case letters, digits and hyphens, and not " + IPTC + ": '"
                    + scheme + "' is none");
        }
        TaxonomyTable table = TaxonomyTable.read(file);
        List<Concept> concepts = new ArrayList<>();
        List<float[]> prototypes = new ArrayList<>();
        table.rows().forEach((code, row) -> {
            List<String> above = table.above(code);
            String top = above.isEmpty() ? code : above.get(above.size() - 1);
            String parent = row.parent().isEmpty() ? "" : scheme + ":" + row.parent();
            concepts.add(new Concept(scheme + ":" + code, row.label(), above.size(), scheme + ":" + top, parent, ""));
            prototypes.add(prototype(row, encoder, model.mean()));
        });
        Stage stage = new Stage("topics", scheme + "+" + encoder.name(), hash(file));
        return new OwnTaxonomy(concepts, PackedVectors.of(prototypes), stage);
    }

    private static float[] prototype(TaxonomyTable.Row row, Encoder encoder, float[] mean) {
        float[] sum = Centred.unit(encoder.embed(row.label()), mean);
        for (String text : row.texts()) {
            float[] vector = Centred.unit(encoder.embed(Digest.of(text)), mean);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += EXAMPLES_WEIGHT / row.texts().size() * vector[i];
            }
        }
        return Centred.unit(sum, new float[sum.length]);
    }

    private static String hash(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return String.format("%064x", new BigInteger(1, digest)).substring(0, 12);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /** How many codes there are. */
    public int size() {
        return concepts.size();
    }

    /** Signs its topics; its version changes with the file. */
    public Stage stage() {
        return stage;
    }

    /** Those that fit an article by its {@link WordCounts} and its vector, broader before finer, then the best first. */
    List<Topic> topicsOf(Map<String, Integer> words, float[] centred) {
        float[] cosines = prototypes.times(centred);
        LabelWords.Said said = labelWords.saidIn(words);
        Map<String, Concept> byCode = new LinkedHashMap<>();
        List<Scored> fitting = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            byCode.put(concepts.get(i).code(), concepts.get(i));
            double likely = LIKELY.probability(cosines[i], said.of(i));
            if (likely >= LEAST_SCORE) {
                fitting.add(new Scored(concepts.get(i), likely));
            }
        }
        fitting.sort(Scored.BEST_FIRST);
        Map<String, Scored> found = new LinkedHashMap<>();
        for (Scored each : fitting.subList(0, Math.min(MOST_FOUND, fitting.size()))) {
            for (Concept at = each.concept(); at != null; at = byCode.get(at.parent())) {
                found.merge(at.code(), new Scored(at, each.score()), (one, other) -> one.atLeast(other.score()));
            }
        }
        return found.values().stream()
                .sorted(Comparator.<Scored>comparingInt(each -> each.concept().level())
                        .thenComparing(Scored.BEST_FIRST))
                .map(each -> each.topic(stage))
                .toList();
    }
}
