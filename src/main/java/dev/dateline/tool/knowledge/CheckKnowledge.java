package dev.dateline.tool.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.entities.knowledge.NameKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "knowledge-base",
        description = "Compare the Wikidata ids of our tables with a source: lines of an id, a tab and a name.")
public final class CheckKnowledge implements Callable<Integer> {
    @Option(
            names = "--tables",
            defaultValue = "src/main/resources/models/knowledge",
            description = "folder with countries.tsv and facts.tsv")
    Path tables = Path.of("");

    @Option(
            names = "--source",
            required = true,
            description = "e.g. Q794, a tab, Iran; an id may stand on several lines")
    Path source = Path.of("");

    @Override
    public Integer call() throws IOException {
        Map<String, Set<String>> theirs = new HashMap<>();
        for (String line : Files.readAllLines(source, UTF_8)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                theirs.computeIfAbsent(line.substring(0, tab), unseen -> new HashSet<>())
                        .add(NameKey.of(line.substring(tab + 1)));
            }
        }
        int same = 0;
        int different = 0;
        for (List<String> row : Countries.rows(tables.resolve("countries.tsv"), List.of("en"))) {
            int verdict = compare(row, theirs);
            same += verdict > 0 ? 1 : 0;
            different += verdict < 0 ? 1 : 0;
        }
        for (List<String> row : Facts.rows(tables.resolve("facts.tsv"))) {
            int verdict = compare(row, theirs);
            same += verdict > 0 ? 1 : 0;
            different += verdict < 0 ? 1 : 0;
        }
        System.out.printf("%d ids confirmed, %d under another name%n", same, different);
        return different > 0 ? 1 : 0;
    }

    /** 1 if the source gives the id one of our names, −1 if it gives it others, 0 if it does not have it. */
    private static int compare(List<String> row, Map<String, Set<String>> theirs) {
        Set<String> names = theirs.get(row.get(0).replace("wikidata:", ""));
        if (names == null) {
            return 0;
        }
        Set<String> ours = Arrays.stream((row.get(2) + "|" + row.get(3)).split("\\|", -1))
                .map(name -> NameKey.of(name.replaceFirst("@[a-z,]+$", "")))
                .collect(Collectors.toSet());
        if (ours.stream().anyMatch(names::contains)) {
            return 1;
        }
        System.out.println(row.get(0) + " is " + row.get(2) + " here, there " + names);
        return -1;
    }
}
