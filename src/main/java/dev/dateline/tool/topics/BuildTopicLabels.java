package dev.dateline.tool.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the labels in other languages from the IPTC's own exports. */
@Command(
        name = "topic-labels",
        description = "Build the shipped labels of Media Topics from exports of the IPTC in JSON, the newest last.")
public final class BuildTopicLabels implements Callable<Integer> {
    /** The export's names of languages that BCP 47 has another name for. */
    private static final Map<String, String> BCP_47 =
            Map.of("dk", "da", "se", "sv", "pt-PT", "pt", "zh-Hans", "zh", "no-NB", "nb", "no-NN", "nn");

    private static final String ENGLISH = "en-";

    @Option(
            names = "--taxonomy",
            required = true,
            description = "The table of Media Topics: labels of others are left out.")
    private Path taxonomy = Path.of("");

    @Option(
            names = "--without",
            split = ",",
            description = "CODE/LANGUAGE of labels that are another concept's in the export.")
    private Set<String> wrong = Set.of();

    @Option(names = "--out", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "EXPORT", arity = "1..*", description = "cptall-…-mediatopic.json.")
    private List<Path> exports = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Set<String> active = TaxonomyFile.read(taxonomy).entries().stream()
                .map(entry -> entry.concept().code())
                .collect(Collectors.toSet());
        Map<String, String> labels = new TreeMap<>();
        for (Path export : exports) {
            for (JsonNode concept : new JsonMapper().readTree(export.toFile()).path("conceptSet")) {
                String code = concept.path("qcode").asText();
                if (active.contains(code)) {
                    concept.path("prefLabel").properties().forEach(label -> {
                        if (!label.getKey().startsWith(ENGLISH)) {
                            labels.put(
                                    code + "\t" + BCP_47.getOrDefault(label.getKey(), label.getKey()),
                                    label.getValue().asText().strip());
                        }
                    });
                }
            }
        }
        wrong.forEach(label -> labels.remove(label.replace('/', '\t')));
        List<String> lines = new ArrayList<>();
        labels.forEach((key, label) -> lines.add(key + "\t" + label));
        Files.write(out, lines);
        spec.commandLine().getOut().println(lines.size() + " labels");
        return 0;
    }
}
