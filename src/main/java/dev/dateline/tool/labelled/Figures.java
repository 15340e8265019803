package dev.dateline.tool.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The outcome of an evaluation: figures by name, in the order they are shown. */
public final class Figures {
    private static final double DECIMALS = 10_000;

    private final Map<String, Object> byName = new LinkedHashMap<>();

    /** Adds a share or score, rounded to four decimals. */
    public Figures with(String name, double value) {
        byName.put(name, Math.round(value * DECIMALS) / DECIMALS);
        return this;
    }

    /** Adds a count. */
    public Figures with(String name, int value) {
        byName.put(name, value);
        return this;
    }

    /**
     * Prints them, a line each or as one JSON object.
     *
     * @return the exit code: 1 if the headline figure lies below {@code min}, else 0
     */
    public int report(String headline, double min, boolean json, PrintWriter out) throws JsonProcessingException {
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(byName));
        } else {
            byName.forEach((name, value) -> out.println(name + " " + value));
        }
        out.flush();
        return ((Number) byName.getOrDefault(headline, 0.0)).doubleValue() < min ? 1 : 0;
    }
}
