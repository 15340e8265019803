package dev.dateline.tool.topics;

import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One folder for each label, one text file for each article. Hidden files are passed over; bytes that are not UTF-8
 * become U+FFFD. */
final class TextFolders {
    private TextFolders() {}

    static List<LabelledText> read(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("there is no folder " + root);
        }
        List<LabelledText> texts = new ArrayList<>();
        for (Path folder : sorted(root)) {
            for (Path file : Files.isDirectory(folder) ? sorted(folder) : List.<Path>of()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                String label = folder.getFileName().toString();
                texts.add(new LabelledText(label + "/" + file.getFileName(), text.strip(), label));
            }
        }
        return texts;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
