package dev.dateline.tool.quantities;

import dev.dateline.article.Article;
import dev.dateline.article.PubStatus;
import dev.dateline.article.Text;
import dev.dateline.enrich.Annotation;
import dev.dateline.enrich.Enricher;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Findings;
import dev.dateline.enrich.Language;
import dev.dateline.enrich.amounts.AmountsEnricher;
import dev.dateline.enrich.dates.DatesEnricher;
import dev.dateline.enrich.sentences.SentencesEnricher;
import dev.dateline.tool.labelled.Figures;
import dev.dateline.tool.quantities.MarkedText.Mark;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How many of the marked amounts and dates are found with exactly that span and meaning, and how many are found where none
 * is marked.
 */
@Command(name = "quantities", description = "Score amounts and dates on marked texts.")
public final class EvalQuantities implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Texts with [[figure|meaning]] in place.")
    private Path data = Path.of("");

    @Option(names = "--min", defaultValue = "0", description = "Exit with 1 below this exactRecall (0 to 1).")
    private double min;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--errors", defaultValue = "0", description = "How many errors to show.")
    private int errors;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Found(int start, int end, String meaning) {}

    @Override
    public Integer call() throws IOException {
        int[] marked = new int[2];
        int[] right = new int[2];
        int found = 0;
        int extra = 0;
        List<String> wrong = new ArrayList<>();
        List<MarkedText> texts = MarkedText.read(data);
        for (MarkedText text : texts) {
            List<Found> all = found(text);
            for (Mark mark : text.marks()) {
                if (mark.ignored()) {
                    continue;
                }
                int sort = mark.date() ? 1 : 0;
                marked[sort]++;
                Found same = new Found(mark.start(), mark.end(), mark.meaning());
                if (all.contains(same)) {
                    right[sort]++;
                } else {
                    wrong.add(text.id() + ": " + slice(text, mark.start(), mark.end()) + " = " + mark.meaning()
                            + ", found " + near(text, mark, all));
                }
            }
            for (Found each : all) {
                boolean ignored = text.marks().stream()
                        .anyMatch(mark -> mark.ignored() && each.start < mark.end() && mark.start() < each.end);
                boolean there =
                        text.marks().stream().anyMatch(mark -> each.start < mark.end() && mark.start() < each.end);
                found += ignored ? 0 : 1;
                if (!there) {
                    extra++;
                    wrong.add(
                            text.id() + ": nothing, found " + slice(text, each.start, each.end) + " = " + each.meaning);
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        wrong.stream().limit(errors).forEach(out::println);
        int rights = right[0] + right[1];
        return new Figures()
                .with("exactRecall", (double) rights / Math.max(1, marked[0] + marked[1]))
                .with("exactPrecision", (double) rights / Math.max(1, found))
                .with("amounts", (double) right[0] / Math.max(1, marked[0]))
                .with("dates", (double) right[1] / Math.max(1, marked[1]))
                .with("marked", marked[0] + marked[1])
                .with("foundWhereNothingIs", extra)
                .with("texts", texts.size())
                .report("exactRecall", min, json, out);
    }

    private static String slice(MarkedText text, int start, int end) {
        return "\"" + text.text().substring(start, end) + "\"";
    }

    private static String near(MarkedText text, Mark mark, List<Found> all) {
        return all.stream()
                .filter(each -> each.start < mark.end() && mark.start() < each.end)
                .map(each -> slice(text, each.start, each.end) + " = " + each.meaning)
                .toList()
                .toString();
    }

    private static List<Found> found(MarkedText marked) {
        Text text = Text.of(marked.text());
        Article article = new Article(
                "urn:text:" + marked.id(),
                Optional.empty(),
                PubStatus.USABLE,
                text,
                List.of(),
                Optional.of("en"),
                Optional.empty(),
                Optional.of(marked.publishedAt()));
        Enrichment soFar = Enrichment.of(article);
        Language english = new Language("en", 1, new SentencesEnricher().stage());
        soFar = soFar.with(english.by(), Findings.NONE.withLanguage(english));
        for (Enricher stage : List.of(new SentencesEnricher(), new AmountsEnricher(), new DatesEnricher())) {
            soFar = soFar.with(stage.stage(), stage.enrich(soFar));
        }
        return soFar.annotations().stream()
                .map(each -> new Found(text.toUtf16(each.start()), text.toUtf16(each.end()), meaning(each)))
                .toList();
    }

    private static String meaning(Annotation each) {
        Map<String, Object> details = each.details();
        if (each.kind().equals("date")) {
            return "@" + details.getOrDefault("value", "");
        }
        String figure = details.containsKey("value")
                ? number(details.get("value"))
                : number(details.get("min")) + ".." + number(details.get("max"));
        return switch (String.valueOf(details.get("amountKind"))) {
            case "money" -> details.get("currency") + " " + figure;
            case "percent" -> "%" + figure;
            case "casualty" -> details.get("casualty") + " " + figure;
            default -> "#" + figure;
        };
    }

    private static String number(@org.jspecify.annotations.Nullable Object value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
