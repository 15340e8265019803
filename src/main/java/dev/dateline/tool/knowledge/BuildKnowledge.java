package dev.dateline.tool.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "knowledge-base",
        description = "Build the shipped knowledge base from our tables, GeoNames' cities and this JDK's CLDR.")
public final class BuildKnowledge implements Callable<Integer> {
    private static final String HEADER = "id\ttype\tname\taliases\tlinks\tcountry\tregion\tlat\tlon\tweight";

    @Option(
            names = "--tables",
            defaultValue = "src/main/resources/models/knowledge",
            description = "folder with countries.tsv and facts.tsv")
    Path tables = Path.of("");

    @Option(names = "--cities", required = true, description = "GeoNames' cities500.txt")
    Path cities = Path.of("");

    @Option(
            names = "--languages",
            split = ",",
            defaultValue =
                    "ar,bg,bn,cs,da,de,el,en,es,fa,fi,fr,he,hi,hr,hu,id,it,ja,ko,nb,nl,pl,pt,ro,ru,sr,sv,th,tr,uk,ur,vi,zh",
            description = "languages whose names of countries to take")
    List<String> languages = List.of();

    @Option(names = "--out", required = true, description = "file to write, e.g. shipped.tsv.gz")
    Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = new ArrayList<>(Countries.rows(tables.resolve("countries.tsv"), languages));
        List<List<String>> facts = Facts.rows(tables.resolve("facts.tsv"));
        List<List<String>> places = GeoNames.cities(cities);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        facts.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        places.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        try (OutputStream zipped = new Smallest(Files.newOutputStream(out))) {
            zipped.write(text.toString().getBytes(UTF_8));
        }
        System.out.printf(
                "%d countries and peoples, %d facts, %d cities, %d bytes%n",
                rows.size(), facts.size(), places.size(), Files.size(out));
        return 0;
    }

    /** Packed as small as gzip can. */
    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream to) throws IOException {
            super(to);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
