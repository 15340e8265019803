package dev.dateline.tool.topics;

import dev.dateline.tool.labelled.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Example texts, one a line: codes, a tab, the text. The first code names the subject the text trains, by two digits
 * ({@code 15}) or through a concept under it ({@code 20001065}); each concept named is trained, too. A subject before a
 * concept moves the text: the IPTC files software under economy, where readers look under technology. {@code 00} marks a
 * text that is about nothing.
 *
 * @param all of subjects and concepts
 * @param nothing texts about nothing
 */
record Examples(List<Example> all, List<String> nothing) {
    private static final String NOTHING = "00";
    private static final String PREFIX = "medtop:";

    /** A text, the code that tells its subject, and the finer concept it stands for. */
    record Example(String subject, Optional<String> concept, String text) {}

    static Examples read(Path file) throws IOException {
        List<Example> all = new ArrayList<>();
        List<String> nothing = new ArrayList<>();
        for (String line : LabelledText.lines(file)) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IOException(file + " line " + (all.size() + nothing.size() + 1) + " has no tab");
            }
            String[] codes = line.substring(0, tab).split(" ", -1);
            if (codes[0].equals(NOTHING)) {
                nothing.add(line.substring(tab + 1));
                continue;
            }
            String last = codes[codes.length - 1];
            all.add(new Example(
                    qcode(codes[0]),
                    last.length() > 2 ? Optional.of(qcode(last)) : Optional.empty(),
                    line.substring(tab + 1)));
        }
        return new Examples(all, nothing);
    }

    private static String qcode(String code) {
        return PREFIX + (code.length() > 2 ? code : code + "000000");
    }
}
