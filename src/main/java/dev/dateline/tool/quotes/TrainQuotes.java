package dev.dateline.tool.quotes;

import dev.dateline.enrich.quotes.AttributionModel;
import dev.dateline.enrich.quotes.CueFeatures;
import dev.dateline.enrich.quotes.FeatureList;
import dev.dateline.enrich.quotes.Reading;
import dev.dateline.enrich.quotes.ReportingVerbs;
import dev.dateline.enrich.quotes.UnitFeatures;
import dev.dateline.enrich.quotes.Window;
import dev.dateline.tool.quotes.QuotedText.Marked;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "quotes", description = "Train the model of quotations and write its file.")
public final class TrainQuotes implements Callable<Integer> {
    private static final long SEED = 7;

    @Option(names = "--data", required = true, description = "texts with quotations, as convert polnear writes them")
    private Path data = Path.of(".");

    @Option(names = "--out", required = true, description = "the model file to write")
    private Path out = Path.of(".");

    @Option(names = "--model-version", required = true, description = "published with every finding of the model")
    private String version = "";

    @Option(names = "--epochs", defaultValue = "10", description = "default ${DEFAULT-VALUE}")
    private int epochs = 10;

    @Option(names = "--decay", defaultValue = "0.0005", description = "default ${DEFAULT-VALUE}")
    private double decay = 0.0005;

    @Option(
            names = "--dropout",
            defaultValue = "0.4",
            description = "share of features left out, default ${DEFAULT-VALUE}")
    private double dropout = 0.4;

    @Override
    public Integer call() throws IOException {
        List<QuotedText> texts = QuotedText.read(data);
        Readings readings = new Readings();
        List<Reading> read = new ArrayList<>();
        Lessons lessons = new Lessons();
        for (QuotedText text : texts) {
            Reading reading = readings.of(text);
            read.add(reading);
            lessons.count(reading, text);
        }
        int[] cueWords = lessons.cueWords(ReportingVerbs.words());
        List<CueTraining.Case> cues = new ArrayList<>();
        List<UnitTraining.Case> windows = new ArrayList<>();
        int headless = 0;
        int quotations = 0;
        for (int i = 0; i < texts.size(); i++) {
            Reading reading = read.get(i);
            Set<Integer> heads = new HashSet<>();
            for (Marked marked : texts.get(i).quotes()) {
                quotations++;
                int head = lessons.head(reading, marked, word -> Arrays.binarySearch(cueWords, word) >= 0);
                if (head < 0) {
                    headless++;
                } else {
                    heads.add(head);
                    windows.add(window(reading, head, marked));
                }
            }
            cues.addAll(candidates(reading, cueWords, heads));
        }
        System.out.printf(
                "%d texts, %d quotations, %d without a head; %d reporting words, %d candidates%n",
                texts.size(), quotations, headless, cueWords.length, cues.size());
        CueTraining cueTraining = new CueTraining(decay, dropout);
        UnitTraining unitTraining = new UnitTraining(decay, dropout);
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(cues, random);
            Collections.shuffle(windows, random);
            cueTraining.pass(cues);
            unitTraining.pass(windows);
        }
        write(cueWords, cueTraining, unitTraining);
        return 0;
    }

    private static List<CueTraining.Case> candidates(Reading reading, int[] cueWords, Set<Integer> heads) {
        List<CueTraining.Case> cases = new ArrayList<>();
        FeatureList list = new FeatureList();
        for (int token = 0; token < reading.tokens(); token++) {
            boolean quoted = reading.quotations().quoted(token);
            if (!quoted && Arrays.binarySearch(cueWords, reading.word(token)) >= 0) {
                CueFeatures.fill(reading, token, list);
                cases.add(new CueTraining.Case(hashes(list), heads.contains(token)));
            }
        }
        return cases;
    }

    private static UnitTraining.Case window(Reading reading, int head, Marked marked) {
        Window window = Window.around(reading, head);
        UnitFeatures features = new UnitFeatures(window);
        FeatureList list = new FeatureList();
        int[][] units = new int[window.size()][];
        int[][] borders = new int[window.size()][];
        for (int unit = 0; unit < window.size(); unit++) {
            features.unit(unit, list);
            units[unit] = hashes(list);
            if (unit > 0) {
                features.boundary(unit, list);
                borders[unit] = hashes(list);
            } else {
                borders[unit] = new int[0];
            }
        }
        return new UnitTraining.Case(units, borders, Lessons.labels(window, reading, marked), window.cueUnit());
    }

    private static int[] hashes(FeatureList list) {
        int[] hashes = new int[list.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = list.get(i);
        }
        return hashes;
    }

    private void write(int[] cueWords, CueTraining cues, UnitTraining windows) throws IOException {
        float cueScale = cues.weights().scale();
        float unitScale = windows.units().scale();
        float borderScale = windows.borders().scale();
        AttributionModel model = new AttributionModel(
                version,
                cueWords,
                cues.weights().packed(cueScale),
                cueScale,
                windows.units().packed(unitScale),
                unitScale,
                windows.borders().packed(borderScale),
                borderScale);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            model.write(file);
        }
        System.out.println("wrote " + out + ", " + Files.size(out) + " bytes");
    }
}
