package dev.dateline.tool.quotes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "polnear", description = "Attributions of PolNeAR to JSON lines.")
public final class ConvertQuotes implements Callable<Integer> {
    @Option(
            names = "--in",
            required = true,
            description = "one part of the set, with the folders text and attributions")
    private Path in = Path.of(".");

    @Option(names = "--out", required = true, description = "the file to write")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        List<QuotedText> texts = PolnearReader.read(in);
        if (texts.isEmpty()) {
            throw new IOException("no annotated articles in " + in);
        }
        QuotedText.write(texts, out);
        System.out.println(texts.size() + " texts, "
                + texts.stream().mapToInt(text -> text.quotes().size()).sum() + " quotations to " + out);
        return 0;
    }
}
