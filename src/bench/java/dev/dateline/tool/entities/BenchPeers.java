package dev.dateline.tool.entities;

import dev.dateline.article.Text;
import dev.dateline.enrich.entities.EntityModel;
import dev.dateline.enrich.entities.ShippedModel;
import dev.dateline.enrich.entities.Thoroughness;
import dev.dateline.enrich.sentences.SentenceSplitter;
import dev.dateline.tool.entities.EntityScores.Claim;
import dev.dateline.tool.entities.LabelledText.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tagger beside its peers in one JVM: they take turns text by text, so that a busy machine is as busy for each. Prints
 * F1 of person, organisation and location, and tokens per CPU second; tokens are ours for all. The first round warms up.
 * Arguments: labelled texts, rounds, and the texts that OpenNLP is trained on, if it is to run.
 */
public final class BenchPeers {
    private static final Set<String> COMPARED = Set.of("person", "organisation", "location");
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private BenchPeers() {}

    public static void main(String[] args) throws IOException {
        List<LabelledText> texts = LabelledTexts.read(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        EntityModel model = ShippedModel.read();
        List<Peer> peers = new ArrayList<>(List.of(
                new OurPeer("Dateline, as shipped", model, Thoroughness.DEFAULT),
                new OurPeer("Dateline, two passes", model, new Thoroughness(2, 1)),
                new OurPeer("Dateline, one pass", model, new Thoroughness(1, 1)),
                StanfordPeers.crf(),
                StanfordPeers.pipeline()));
        List<Path> training =
                Stream.of(args).skip(2).filter(arg -> !arg.isBlank()).map(Path::of).toList();
        if (!training.isEmpty()) {
            peers.add(new OpenNlpPeer(training));
        }
        compare(texts, rounds, peers);
    }

    private static void compare(List<LabelledText> texts, int rounds, List<Peer> peers) {
        long tokens = texts.stream()
                .mapToLong(text -> SentenceSplitter.split(text.text(), "en").tokens())
                .sum();
        long[] nanos = new long[peers.size()];
        List<EntityScores> scores =
                peers.stream().map(peer -> new EntityScores(COMPARED, false)).toList();
        for (int round = 0; round < rounds; round++) {
            for (LabelledText text : texts) {
                for (int i = 0; i < nanos.length; i++) {
                    long start = CLOCK.getCurrentThreadCpuTime();
                    List<Span> found = peers.get(i).find(text.text());
                    if (round > 0) {
                        nanos[i] += CLOCK.getCurrentThreadCpuTime() - start;
                    } else {
                        scores.get(i).add(Text.of(text.text()), text.spans(), claims(found));
                    }
                }
            }
        }
        System.out.println(texts.size() + " texts, " + tokens + " tokens, " + (rounds - 1) + " rounds timed");
        System.out.printf(Locale.ROOT, "%-30s %6s %6s %12s %8s%n", "", "F1", "org", "tokens/CPU s", "of CRF");
        for (int i = 0; i < nanos.length; i++) {
            EntityScores score = scores.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %6.2f %6.2f %12.0f %8.2f%n",
                    peers.get(i).name(),
                    score.headline().f1(),
                    score.byType().getOrDefault("organisation", Tally.NONE).f1(),
                    tokens * (rounds - 1) * 1e9 / nanos[i],
                    (double) nanos[3] / nanos[i]);
        }
    }

    private static List<Claim> claims(List<Span> found) {
        return found.stream()
                .filter(span -> COMPARED.contains(span.type()))
                .map(span -> new Claim(span, OptionalDouble.empty()))
                .toList();
    }
}
