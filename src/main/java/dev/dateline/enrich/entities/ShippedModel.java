package dev.dateline.enrich.entities;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the model comes from: the one in the jar, unless the operator has one of their own. */
public final class ShippedModel {
    /** On the class path. */
    public static final String RESOURCE = "models/entities/en/news.entities";

    private ShippedModel() {}

    /** The model of the jar. */
    public static EntityModel read() throws IOException {
        try (InputStream resource = ShippedModel.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException("no " + RESOURCE + " on the class path");
            }
            return EntityModel.read(resource);
        }
    }

    /** The model in this file, or the shipped one. */
    public static EntityModel readOr(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return read();
        }
        try (InputStream own = Files.newInputStream(file.get())) {
            return EntityModel.read(own);
        }
    }
}
