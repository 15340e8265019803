package dev.dateline.enrich.entities;

import dev.dateline.article.Sentences;
import dev.dateline.enrich.encoder.TokenEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Finds names. It reads an article twice: first sentence by sentence, then again knowing what it took each word for
 * elsewhere in the article. A sentence that leaves it in doubt even then is shown to the sentence encoder, whose vectors
 * of its words count besides. Any number of threads may share one: it remembers words, but nothing that changes what it
 * finds.
 */
public final class Tagger {
    /**
     * Of a type that is found well a name of less confidence is left out: it is so often wrong that precision and recall
     * together gain. What is rarely found at all, as products are, would only be found more rarely still.
     */
    private static final double LEAST_CONFIDENCE = 0.35;

    private static final Set<String> FOUND_WELL = Set.of("person", "organisation", "location", "norp");

    final EntityModel model;
    final boolean twice;
    final double enough;
    /** Of each type the confidence that a name needs. */
    final double[] least;

    final Optional<TokenEncoder> encoder;
    final Words words;
    /** Of each pass, then of the second one where vectors count besides, as {@link Lattice#sum} takes them. */
    final List<double[]> transitions;

    /** As many as articles have been read at once. */
    private final Queue<Scratch> scratches = new ConcurrentLinkedQueue<>();

    /** As thorough as the model was made for. */
    public Tagger(EntityModel model) {
        this(model, Thoroughness.DEFAULT);
    }

    public Tagger(EntityModel model, Thoroughness thoroughness) {
        this.model = model;
        this.twice = model.passes().size() == 2 && thoroughness.passes() == 2;
        this.enough = thoroughness.doubt();
        this.least = model.labels().types().stream()
                .mapToDouble(type -> FOUND_WELL.contains(type) ? LEAST_CONFIDENCE : 0)
                .toArray();
        this.encoder = twice && enough < 1
                ? model.vectors().map(vectors -> TokenEncoder.shared(vectors.layers()))
                : Optional.empty();
        this.words = new Words(model.lexica(), model.features(), columns());
        this.transitions = Stream.concat(
                        model.passes().stream().map(pass -> potentials(pass, pass.temperature())),
                        model.vectors().stream()
                                .map(vectors -> potentials(model.passes().get(1), vectors.temperature())))
                .toList();
    }

    private static double[] potentials(Pass pass, double temperature) {
        return Lattice.potentials(pass.transitions(), temperature);
    }

    /** Of the table of features, for one reading or both. */
    private int columns() {
        return twice ? 2 * model.labels().size() : model.labels().size();
    }

    /**
     * The names in a text, in order, never overlapping, none across sentences.
     *
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public List<Mention> tag(String text, Sentences sentences) {
        Scratch left = scratches.poll();
        Scratch scratch = left == null ? new Scratch(model.labels(), columns()) : left;
        List<Mention> found = new Reading(this, text, sentences, scratch).mentions();
        scratches.add(scratch);
        return found;
    }
}
