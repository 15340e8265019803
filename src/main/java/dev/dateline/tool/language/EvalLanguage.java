package dev.dateline.tool.language;

import dev.dateline.enrich.Language;
import dev.dateline.enrich.language.LanguageEnricher;
import dev.dateline.tool.labelled.Figures;
import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often the language found is the one labelled; {@code und} is never right. */
@Command(name = "language", description = "Score language detection.")
public final class EvalLanguage implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Lines of {\"id\",\"text\",\"label\"}; BCP 47 labels.")
    private Path data = Path.of("");

    @Option(
            names = "--languages",
            split = ",",
            description = "The languages to tell apart, as BCP 47 tags; the service's own by default.")
    private Set<String> languages = LanguageEnricher.DEFAULT_LANGUAGES;

    @Option(names = "--min", defaultValue = "0", description = "Exit with 1 below this accuracy.")
    private double min;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        LanguageEnricher enricher = new LanguageEnricher(languages);
        int right = 0;
        int undetermined = 0;
        var texts = LabelledText.read(data);
        for (LabelledText text : texts) {
            String tag = enricher.detect(text.text()).tag();
            right += tag.equals(text.label()) ? 1 : 0;
            undetermined += tag.equals(Language.UNDETERMINED) ? 1 : 0;
        }
        return new Figures()
                .with("accuracy", (double) right / texts.size())
                .with("undetermined", (double) undetermined / texts.size())
                .with("texts", texts.size())
                .report("accuracy", min, json, spec.commandLine().getOut());
    }
}
