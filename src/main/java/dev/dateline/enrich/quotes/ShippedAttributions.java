package dev.dateline.enrich.quotes;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The model of the jar. */
public final class ShippedAttributions {
    /** On the class path. */
    public static final String RESOURCE = "models/quotes/en/news.quotes";

    private ShippedAttributions() {}

    /** Reads it. */
    public static AttributionModel read() throws IOException {
        try (InputStream resource = ShippedAttributions.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException("no " + RESOURCE + " on the class path");
            }
            return AttributionModel.read(new BufferedInputStream(resource));
        }
    }
}
