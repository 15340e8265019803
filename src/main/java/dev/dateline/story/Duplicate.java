package dev.dateline.story;

/**
 * What an article copies.
 *
 * @param of uri of the original: of all copies, the one published first
 * @param similarity 0 to 1: Jaccard of the word 3-shingles; for an excerpt, the share of the shorter text that is found
 *     in the longer
 */
public record Duplicate(String of, Kind kind, double similarity) {
    public enum Kind {
        /** The same characters. */
        IDENTICAL("identical"),
        /** The same words. */
        REFORMATTED("reformatted"),
        EDITED("edited"),
        /** One is mostly contained in the other, which is much longer. */
        EXCERPT("excerpt");

        private final String published;

        Kind(String published) {
            this.published = published;
        }

        /** As published, lower case. */
        public String published() {
            return published;
        }
    }
}
