package dev.dateline.story;

import java.util.Arrays;
import java.util.Optional;

/** Whether other texts are copies of one: it is spread out once and compared with many. Not thread-safe. */
final class CopyCheck {
    private static final double LEAST_JACCARD = 0.3;
    private static final double LEAST_CONTAINED = 0.5;
    /** The text goes on elsewhere in the other; a footer that both end with does not begin either. */
    private static final double LEAST_OF_OPENING = 0.25;

    /** Below both, only what begins alike is a copy: reports of two days on one affair repeat each other's background. */
    private static final double FIRM_JACCARD = 0.5;

    private static final double FIRM_CONTAINED = 0.7;
    private static final double LEAST_OF_BOTH_OPENINGS = 0.4;

    private static final double LEAST_OF_QUARTER = 0.15;
    private static final double EXCERPT_CONTAINED = 0.7;
    private static final double EXCERPT_LENGTH = 0.6;
    private static final int FEWEST_SHARED = 6;

    /** Hash and quarter of the text's runs; -1 where empty. */
    private int[] table = new int[64];

    private final int[] ours = new int[Shingles.QUARTERS];
    private final int[] oursShared = new int[Shingles.QUARTERS];
    private final int[] theirs = new int[Shingles.QUARTERS];
    private final int[] theirsShared = new int[Shingles.QUARTERS];
    private Shingles text = Shingles.NONE;

    void of(Shingles shingles) {
        text = shingles;
        int capacity = Math.max(64, Integer.highestOneBit(Math.max(1, shingles.size())) * 4);
        if (table.length < capacity) {
            table = new int[capacity];
        }
        Arrays.fill(table, -1);
        walk(shingles, 0, (hash, quarter) -> {
            int at = slot(hash);
            if (table[at] == -1) {
                table[at] = (hash << 2) | quarter;
            }
        });
    }

    private int slot(int hash) {
        int mask = table.length - 1;
        int at = Hashing.mixed(hash) & mask;
        while (table[at] != -1 && table[at] >>> 2 != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** How the text and the other are alike, as a duplicate of {@code uri}; empty if neither copies the other. */
    Optional<Duplicate> compare(Shingles other, String uri) {
        if (other.size() == 0 || text.size() == 0) {
            return Optional.empty();
        }
        if (text.words() == other.words()) {
            boolean same = text.characters() == other.characters();
            return Optional.of(new Duplicate(uri, same ? Duplicate.Kind.IDENTICAL : Duplicate.Kind.REFORMATTED, 1));
        }
        int level = Math.max(text.level(), other.level());
        Arrays.fill(ours, 0);
        Arrays.fill(oursShared, 0);
        Arrays.fill(theirs, 0);
        Arrays.fill(theirsShared, 0);
        walk(text, level, (hash, quarter) -> ours[quarter]++);
        walk(other, level, (hash, quarter) -> {
            theirs[quarter]++;
            int known = table[slot(hash)];
            if (known != -1) {
                theirsShared[quarter]++;
                oursShared[known & 3]++;
            }
        });
        return verdict(uri);
    }

    private Optional<Duplicate> verdict(String uri) {
        int mine = sum(ours);
        int other = sum(theirs);
        int shared = sum(theirsShared);
        if (shared < FEWEST_SHARED) {
            return Optional.empty();
        }
        double jaccard = (double) shared / (mine + other - shared);
        double contained = (double) shared / Math.min(mine, other);
        if (jaccard < LEAST_JACCARD && contained < LEAST_CONTAINED) {
            return Optional.empty();
        }
        boolean oursIsLonger = mine > other;
        double openingOfLonger = oursIsLonger ? share(oursShared, ours, 0) : share(theirsShared, theirs, 0);
        double openingOfShorter = oursIsLonger ? share(theirsShared, theirs, 0) : share(oursShared, ours, 0);
        int quartersOfShorter = quarters(oursIsLonger ? theirsShared : oursShared, oursIsLonger ? theirs : ours);
        // What is only contained in something much longer may be one item of a round-up: the longer text must begin so.
        double opening = jaccard < LEAST_JACCARD ? openingOfLonger : Math.max(openingOfLonger, openingOfShorter);
        if (opening < LEAST_OF_OPENING || quartersOfShorter < 2) {
            return Optional.empty();
        }
        boolean firm = jaccard >= FIRM_JACCARD || contained >= FIRM_CONTAINED;
        if (!firm && Math.min(openingOfLonger, openingOfShorter) < LEAST_OF_BOTH_OPENINGS) {
            return Optional.empty();
        }
        boolean excerpt =
                contained >= EXCERPT_CONTAINED && Math.min(mine, other) <= EXCERPT_LENGTH * Math.max(mine, other);
        return Optional.of(
                excerpt || jaccard < LEAST_JACCARD
                        ? new Duplicate(uri, Duplicate.Kind.EXCERPT, rounded(contained))
                        : new Duplicate(uri, Duplicate.Kind.EDITED, rounded(jaccard)));
    }

    private static int quarters(int[] shared, int[] all) {
        int count = 0;
        for (int quarter = 0; quarter < Shingles.QUARTERS; quarter++) {
            count += share(shared, all, quarter) >= LEAST_OF_QUARTER ? 1 : 0;
        }
        return count;
    }

    private static double share(int[] shared, int[] all, int quarter) {
        return all[quarter] == 0 ? 0 : (double) shared[quarter] / all[quarter];
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static void walk(Shingles shingles, int level, Run run) {
        byte[] packed = shingles.packed();
        int mask = (1 << level) - 1;
        int at = 0;
        for (int quarter = 0; quarter < Shingles.QUARTERS; quarter++) {
            int left = -1;
            int hash = 0;
            while (left != 0) {
                int value = 0;
                int shift = 0;
                int next = packed[at++];
                while (next < 0) {
                    value |= (next & 0x7F) << shift;
                    shift += 7;
                    next = packed[at++];
                }
                value |= next << shift;
                if (left < 0) {
                    left = value;
                } else {
                    hash += value;
                    left--;
                    if ((hash & mask) == 0) {
                        run.accept(hash, quarter);
                    }
                }
            }
        }
    }

    private interface Run {
        void accept(int hash, int quarter);
    }
}
