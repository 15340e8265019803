package dev.dateline.enrich;

/**
 * The author of a finding, published as {@code by}.
 *
 * @param name the enricher's place in the pipeline, lower case: {@code language}, {@code entities}, …
 * @param model what decided, e.g. the model's file name or the rule set
 * @param version changes whenever the same input may give another output
 */
public record Stage(String name, String model, String version) {
    public Stage {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("stage name '" + name + "' must match [a-z][a-z0-9-]{0,31}");
        }
    }
}
