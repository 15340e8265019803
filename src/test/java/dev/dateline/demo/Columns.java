package dev.dateline.demo;

/** One line of the terminal, divided: outlet, headline, language, topics, entities, milliseconds. */
final class Columns {
    private static final int MIN_WIDTH = 80;
    private static final int LANGUAGE = 4;
    private static final int MILLIS = 6;

    private final int outlet;
    private final int headline;
    private final int topics;
    private final int entities;

    Columns(int width) {
        int free = Math.max(width, MIN_WIDTH) - LANGUAGE - MILLIS - 5;
        outlet = free * 15 / 100;
        topics = free * 22 / 100;
        entities = free * 28 / 100;
        headline = free - outlet - topics - entities;
    }

    /** As the environment says, else 120. */
    static Columns ofTerminal() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return new Columns(columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 120);
    }

    String title() {
        return line("outlet", "headline", "lang", "topics", "entities", "ms");
    }

    String line(String outletName, String title, String language, String topicList, String entityList, String millis) {
        return String.join(
                        " ",
                        fitted(outletName, outlet),
                        fitted(title, headline),
                        fitted(language, LANGUAGE),
                        fitted(topicList, topics),
                        fitted(entityList, entities),
                        " ".repeat(Math.max(0, MILLIS - millis.length())) + millis)
                .stripTrailing();
    }

    /** For what has no columns: a mark, and text over the rest of the line. */
    String note(String mark, String text) {
        int rest = headline + LANGUAGE + topics + entities + 3;
        return (fitted(mark, outlet) + " " + fitted(text, rest)).stripTrailing();
    }

    /** Cut or padded to the width, without what could move the cursor: the text comes from anywhere. */
    private static String fitted(String text, int width) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        int length = visible(line, line.length());
        if (length <= width) {
            return line + " ".repeat(width - length);
        }
        int end = 0;
        while (visible(line, line.offsetByCodePoints(end, 1)) < width) {
            end = line.offsetByCodePoints(end, 1);
        }
        return line.substring(0, end) + "…";
    }

    /** Columns taken up to {@code end}: combining marks take none. */
    private static int visible(String line, int end) {
        return (int) line.substring(0, end)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .count();
    }
}
