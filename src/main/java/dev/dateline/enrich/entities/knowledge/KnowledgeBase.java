package dev.dateline.enrich.entities.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Things and their names, found by {@link NameKey}. Immutable, safe for all threads, made for millions of entries: their
 * rows as bytes, and one open-addressing table of longs, 24 bits of the name's hash and 40 bits of where the row stands.
 */
public final class KnowledgeBase {
    /** Bearers of one name that are looked at: the first ones. A text pays for each of them. */
    static final int MOST_BEARERS = 64;

    /** Of answers, a power of two; with the bounds below it they take a few megabytes at most. */
    private static final int REMEMBERED = 1 << 11;

    private static final int LONGEST_REMEMBERED = 64;
    private static final int MOST_REMEMBERED = 4;

    public static final KnowledgeBase EMPTY = new KnowledgeBase("none", 0, new Rows(), new NameTable(0));

    private final String version;
    private final int size;
    private final Rows rows;
    private final NameTable names;
    /** What was asked lately: the news names the same over and over, and a row costs strings. */
    private final AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(REMEMBERED);

    private record Answer(String key, String language, List<Entry> found) {
        Answer {
            found = List.copyOf(found);
        }
    }

    KnowledgeBase(String version, int size, Rows rows, NameTable names) {
        this.version = version;
        this.size = size;
        this.rows = rows;
        this.names = names;
    }

    /** Changes with every byte of what was read. */
    public String version() {
        return version;
    }

    /** Entries. */
    public int size() {
        return size;
    }

    /**
     * Who and what bears a name, in the order of the source.
     *
     * @param key as {@link NameKey} makes it, a person's through {@link PersonKey}
     * @param language BCP 47, the primary part; decides which aliases hold
     */
    public List<Entry> find(String key, String language) {
        int slot = (31 * key.hashCode() + language.hashCode()) & (REMEMBERED - 1);
        Answer last = answers.get(slot);
        if (last == null || !last.key.equals(key) || !last.language.equals(language)) {
            last = new Answer(key, language, read(key, language));
            if (key.length() <= LONGEST_REMEMBERED && last.found.size() <= MOST_REMEMBERED) {
                answers.set(slot, last);
            }
        }
        return last.found;
    }

    private List<Entry> read(String key, String language) {
        List<Entry> found = new ArrayList<>();
        names.each(key, start -> {
            Row row = Row.of(rows.row(start));
            if (row.bears(key, language)) {
                found.add(row.entry());
            }
        });
        return found;
    }

    /** Whether any entry may bear the name; rarely true of a name that none bears. */
    public boolean mayKnow(String key) {
        return names.holds(key);
    }
}
