package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Thoroughness;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.EntityScores.Claim;
import dev.dateline.tool.entities.LabelledText.Span;
import gate.util.GateException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tagger beside its peers in one JVM: they take turns text by text, so that a busy machine is as busy for each. Prints
 * F1 of person, organisation and location, and tokens per CPU second; tokens are ours for all. The first round warms up.
 * Since our tagger remembers words, which makes a text that it has read before a little cheaper, there may be further texts
 * that all of them read once, with a table of their own: the system property {@code further}. Arguments: labelled texts, rounds,
 * and the texts that OpenNLP is trained on, if it is to run.
 */
public final class BenchPeers {
    private static final Set<String> COMPARED = Set.of("person", "organisation", "location");
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final String FURTHER = System.getProperty("further", "");

    private final List<Peer> peers;
    private final Peer standard;

    private BenchPeers(List<Peer> peers, Peer standard) {
        this.peers = peers;
        this.standard = standard;
    }

    public static void main(String[] args) throws IOException, GateException {
        List<LabelledText> texts = LabelledTexts.read(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        List<LabelledText> further = FURTHER.isBlank() ? List.of() : LabelledTexts.read(Path.of(FURTHER));
        EntityModel model = ShippedModel.read();
        Peer crf = StanfordPeers.crf();
        List<Peer> peers = new ArrayList<>(List.of(
                new OurPeer("Dateline, as shipped", model, Thoroughness.DEFAULT),
                new OurPeer("Dateline, two passes", model, new Thoroughness(2, 1)),
                new OurPeer("Dateline, one pass", model, new Thoroughness(1, 1)),
                crf,
                StanfordPeers.pipeline(),
                new GatePeer()));
        List<Path> training =
                Stream.of(args).skip(2).filter(arg -> !arg.isBlank()).map(Path::of).toList();
        if (!training.isEmpty()) {
            peers.add(new OpenNlpPeer(training));
        }
        BenchPeers bench = new BenchPeers(peers, crf);
        List<EntityScores> scores = bench.scores();
        bench.read(texts, scores);
        long[] nanos = new long[peers.size()];
        for (int round = 1; round < rounds; round++) {
            long[] more = bench.read(texts, bench.scores());
            Arrays.setAll(nanos, i -> nanos[i] + more[i]);
        }
        bench.print(texts, rounds - 1, nanos, scores);
        if (!further.isEmpty()) {
            List<EntityScores> once = bench.scores();
            bench.print(further, 1, bench.read(further, once), once);
        }
    }

    private List<EntityScores> scores() {
        return peers.stream().map(peer -> new EntityScores(COMPARED, false)).toList();
    }

    /** CPU nanoseconds of each peer. */
    private long[] read(List<LabelledText> texts, List<EntityScores> scores) {
        long[] nanos = new long[peers.size()];
        for (LabelledText text : texts) {
            for (int i = 0; i < nanos.length; i++) {
                long start = CLOCK.getCurrentThreadCpuTime();
                List<Span> found = peers.get(i).find(text.text());
                nanos[i] += CLOCK.getCurrentThreadCpuTime() - start;
                scores.get(i).add(Text.of(text.text()), text.spans(), claims(found));
            }
        }
        return nanos;
    }

    private void print(List<LabelledText> texts, int rounds, long[] nanos, List<EntityScores> scores) {
        long tokens = texts.stream()
                .mapToLong(text -> SentenceSplitter.split(text.text(), "en").tokens())
                .sum();
        System.out.println(texts.size() + " texts, " + tokens + " tokens, rounds timed: " + rounds);
        System.out.printf(Locale.ROOT, "%-30s %6s %6s %12s %8s%n", "", "F1", "org", "tokens/CPU s", "of CRF");
        for (int i = 0; i < nanos.length; i++) {
            EntityScores score = scores.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %6.2f %6.2f %12.0f %8.2f%n",
                    peers.get(i).name(),
                    score.headline().f1(),
                    score.byType().getOrDefault("organisation", Tally.NONE).f1(),
                    tokens * rounds * 1e9 / nanos[i],
                    (double) nanos[peers.indexOf(standard)] / nanos[i]);
        }
    }

    private static List<Claim> claims(List<Span> found) {
        return found.stream()
                .filter(span -> COMPARED.contains(span.type()))
                .map(span -> new Claim(span, OptionalDouble.empty()))
                .toList();
    }
}
