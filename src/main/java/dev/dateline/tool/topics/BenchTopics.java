package dev.dateline.tool.topics;

import dev.dateline.enrich.Topic;
import dev.dateline.enrich.encoder.Encoder;
import dev.dateline.enrich.topics.Concept;
import dev.dateline.enrich.topics.TopicEnricher;
import dev.dateline.tool.labelled.Figures;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Ours beside two other ways to find the subject, in one run on the same articles, each article going to all of them in
 * turn: the encoder without training, reading 64, 128 or 256 tokens, and a regression on words. Only the last is told
 * which labels there are and learns from articles that bear them.
 */
@Command(name = "topics", description = "Compare topics with other ways, in CPU time an article and accuracy.")
public final class BenchTopics implements Callable<Integer> {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String OURS = "ours";
    private static final int WARM_UP = 100;
    private static final long SEED = 1;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Option(names = "--data", required = true, description = "Lines of {\"id\",\"text\",\"label\"} to compare on.")
    private Path data = Path.of("");

    @Option(names = "--labels", required = true, description = "What each label stands for: label, tab, qcodes.")
    private Path labels = Path.of("");

    @Option(names = "--train", required = true, description = "Labelled texts like those, for the regression on words.")
    private Path train = Path.of("");

    @Option(names = "--taxonomy", required = true, description = "Table of Media Topics, for their definitions.")
    private Path taxonomy = Path.of("");

    @Option(names = "--articles", description = "At most so many, evenly from all (${DEFAULT-VALUE}).")
    private int articles = 300;

    @Option(
            names = "--max-millis",
            defaultValue = "0",
            description = "Exit with 1 if ours costs more CPU; 0: no bound.")
    private double maxMillis;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One way: from a text to a subject's code, or to the label itself. */
    private static final class Way {
        private final UnaryOperator<String> answer;
        private long nanos;
        private int right;

        Way(UnaryOperator<String> answer) {
            this.answer = answer;
        }

        void run(String text, Set<String> rightOnes) {
            long before = CLOCK.getCurrentThreadCpuTime();
            String given = answer.apply(text);
            nanos += CLOCK.getCurrentThreadCpuTime() - before;
            right += rightOnes.contains(given) ? 1 : 0;
        }

        /** What came before does not count. */
        void forget() {
            nanos = 0;
            right = 0;
        }

        double millis(int texts) {
            return nanos / NANOS_PER_MILLI / texts;
        }
    }

    @Override
    public Integer call() throws IOException {
        List<LabelledText> known = LabelledText.read(train);
        List<LabelledText> all = LabelledText.read(data);
        List<LabelledText> measured = new ArrayList<>();
        for (int i = 0; i < Math.min(articles, all.size()); i++) {
            measured.add(all.get((int) ((long) i * all.size() / Math.min(articles, all.size()))));
        }
        TaxonomyFile concepts = TaxonomyFile.read(taxonomy);
        List<String> texts =
                known.stream().limit(2L * WARM_UP).map(LabelledText::text).toList();
        Map<String, Way> ways = new LinkedHashMap<>();
        try (Encoder ours = Encoder.open(Encoder.DEFAULT_TOKENS);
                Encoder short64 = Encoder.open(64);
                Encoder middle = Encoder.open(128);
                Encoder long256 = Encoder.open(256)) {
            TopicEnricher topics = new TopicEnricher(ours);
            ways.put(
                    "ours",
                    new Way(text -> topics.topicsOf(text).stream()
                            .findFirst()
                            .map(Topic::code)
                            .orElse("")));
            ways.put("zeroShot64", new Way(new ZeroShot(short64, concepts, texts)::subjectOf));
            ways.put("zeroShot128", new Way(new ZeroShot(middle, concepts, texts)::subjectOf));
            ways.put("zeroShot256", new Way(new ZeroShot(long256, concepts, texts)::subjectOf));
            ways.put("words", new Way(new WordRegression(known, SEED)::labelOf));
            for (LabelledText text : known.subList(0, Math.min(WARM_UP, known.size()))) {
                ways.values().forEach(way -> way.run(text.text(), Set.of()));
            }
            ways.values().forEach(Way::forget);
            compare(measured, ways, topics);
        }
        return report(ways, measured.size());
    }

    private void compare(List<LabelledText> measured, Map<String, Way> ways, TopicEnricher topics) throws IOException {
        LabelMapping mapping = LabelMapping.read(labels);
        Map<String, Concept> byCode =
                topics.concepts().stream().collect(Collectors.toMap(Concept::code, Function.identity()));
        for (LabelledText text : measured) {
            Set<String> right = mapping.right(text.label(), byCode).stream()
                    .map(Concept::top)
                    .collect(Collectors.toSet());
            right.add(text.label());
            for (Way way : ways.values()) {
                way.run(text.text(), right);
            }
        }
    }

    private int report(Map<String, Way> ways, int count) throws IOException {
        Figures figures = new Figures();
        ways.forEach((name, way) ->
                figures.with(name + "Accuracy", (double) way.right / count).with(name + "Millis", way.millis(count)));
        figures.with("articles", count)
                .report("oursAccuracy", 0, json, spec.commandLine().getOut());
        Way ours = ways.get(OURS);
        return ours != null && maxMillis > 0 && ours.millis(count) > maxMillis ? 1 : 0;
    }
}
