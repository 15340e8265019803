package dev.dateline.tool.entities;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "entities", description = "Entities from a public set's own format to JSON lines.")
public final class ConvertEntities implements Callable<Integer> {
    enum Format {
        conll,
        worldwide
    }

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
    Format format = Format.conll;

    @Option(names = "--in", required = true, description = "the file (conll) or the set's root folder (worldwide)")
    Path in = Path.of(".");

    @Option(names = "--out", required = true, description = "the file to write")
    Path out = Path.of(".");

    @Option(names = "--split", defaultValue = "all", description = "worldwide: test, dev, train or all (the default)")
    String split = "all";

    @Override
    public Integer call() throws IOException {
        List<LabelledText> texts = format == Format.conll ? ConllReader.read(in) : WorldwideReader.read(in, split);
        if (texts.isEmpty()) {
            throw new IOException("nothing of split \"" + split + "\" in " + in);
        }
        LabelledTexts.write(texts, out);
        System.out.println(texts.size() + " texts to " + out);
        return 0;
    }
}
