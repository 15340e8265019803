package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.bench.Bench;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The tagger beside its peers in one JVM: they take turns text by text, so that a busy machine is as busy for each. Prints
 * F1 of person, organisation and location, and tokens per CPU second; tokens are ours for all. The first round warms up.
 * Since our tagger remembers words, which makes a text that it has read before a little cheaper, there may be further texts
 * that all of them read once, with a table of their own.
 */
@Command(name = "peers", description = "The entity tagger beside others, in F1 and tokens a second of processor time.")
public final class BenchPeers implements Callable<Integer> {
    private static final Set<String> COMPARED = Set.of("person", "organisation", "location");
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Option(names = "--data", required = true, description = "Labelled texts, as eval entities has them.")
    private Path data = Path.of("");

    @Option(names = "--rounds", description = "How often all are read; all but the first are timed (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--further", description = "More such texts, read once after those.")
    private Optional<Path> further = Optional.empty();

    @Option(names = "--training", description = "Labelled texts that OpenNLP is trained on; without, it does not take part.")
    private List<Path> training = new ArrayList<>();

    private final List<Peer> peers = new ArrayList<>();

    public static void main(String[] args) {
        System.exit(Bench.commands().addSubcommand(new BenchPeers()).execute(args));
    }

    @Override
    public Integer call() throws IOException, GateException {
        List<LabelledText> texts = LabelledTexts.read(data);
        List<LabelledText> more = further.isPresent() ? LabelledTexts.read(further.get()) : List.of();
        EntityModel model = ShippedModel.read();
        Peer crf = StanfordPeers.crf();
        peers.addAll(List.of(
                new OurPeer("Dateline, as shipped", model, Thoroughness.DEFAULT),
                new OurPeer("Dateline, two passes", model, new Thoroughness(2, 1)),
                new OurPeer("Dateline, one pass", model, new Thoroughness(1, 1)),
                crf,
                StanfordPeers.pipeline(),
                new GatePeer()));
        if (!training.isEmpty()) {
            peers.add(new OpenNlpPeer(training));
        }
        List<EntityScores> scores = scores();
        read(texts, scores);
        long[] nanos = new long[peers.size()];
        for (int round = 1; round < rounds; round++) {
            long[] again = read(texts, scores());
            Arrays.setAll(nanos, i -> nanos[i] + again[i]);
        }
        print(texts, rounds - 1, nanos, crf, scores);
        if (!more.isEmpty()) {
            List<EntityScores> once = scores();
            print(more, 1, read(more, once), crf, once);
        }
        return 0;
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

    private void print(List<LabelledText> texts, int timed, long[] nanos, Peer standard, List<EntityScores> scores) {
        long tokens = texts.stream()
                .mapToLong(text -> SentenceSplitter.split(text.text(), "en").tokens())
                .sum();
        System.out.println(texts.size() + " texts, " + tokens + " tokens, rounds timed: " + timed);
        System.out.printf(Locale.ROOT, "%-30s %6s %6s %12s %8s%n", "", "F1", "org", "tokens/CPU s", "of CRF");
        for (int i = 0; i < nanos.length; i++) {
            EntityScores score = scores.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %6.2f %6.2f %12.0f %8.2f%n",
                    peers.get(i).name(),
                    score.headline().f1(),
                    score.byType().getOrDefault("organisation", Tally.NONE).f1(),
                    tokens * timed * 1e9 / nanos[i],
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
