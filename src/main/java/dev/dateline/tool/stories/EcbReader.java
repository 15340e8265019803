package dev.dateline.tool.stories;

import dev.dateline.tool.entities.Detokeniser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads ECB+ (Cybulska and Vossen, 2014): a folder for each topic, in it files named {@code 12_3ecb.xml} or
 * {@code 12_3ecbplus.xml}; these two stand for two events of the topic. A first line that is only the page's address is
 * left out.
 */
final class EcbReader {
    private static final String PLUS = "ecbplus.xml";

    private EcbReader() {}

    /** The articles of the topics {@code first} to {@code last}. */
    static List<ArticleLine> read(Path root, int first, int last) throws IOException {
        List<ArticleLine> articles = new ArrayList<>();
        for (int topic = first; topic <= last; topic++) {
            Path folder = root.resolve(String.valueOf(topic));
            // Not all numbers are topics.
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                        .sorted(Comparator.comparing(Path::toString))
                        .toList()) {
                    String name = file.getFileName().toString();
                    String story = topic + (name.endsWith(PLUS) ? "-ecbplus" : "-ecb");
                    articles.add(new ArticleLine(
                            name.replace(".xml", ""),
                            text(file),
                            Optional.of(story),
                            Optional.empty(),
                            Optional.empty()));
                }
            }
        }
        return articles;
    }

    private static String text(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(file)) {
            return text(factory.createXMLStreamReader(in));
        } catch (XMLStreamException failure) {
            throw new IOException(file + " is not XML: " + failure.getMessage(), failure);
        }
    }

    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        Detokeniser spaces = new Detokeniser();
        String sentence = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("token")) {
                continue;
            }
            String now =
                    Optional.ofNullable(xml.getAttributeValue(null, "sentence")).orElse("");
            if (!now.equals(sentence)) {
                end(line, text);
                spaces.reset();
                sentence = now;
            }
            String token = xml.getElementText();
            line.append(spaces.gapBefore(token)).append(token);
        }
        end(line, text);
        return text.toString();
    }

    private static void end(StringBuilder line, StringBuilder text) {
        boolean address = text.length() == 0 && line.toString().replace(" ", "").startsWith("http:");
        if (!address && line.length() > 0) {
            text.append(text.length() == 0 ? "" : "\n").append(line);
        }
        line.setLength(0);
    }
}
