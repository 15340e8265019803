package dev.dateline.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which live articles have a key, in the order of their sequence numbers. A removed article is only passed over, and its
 * place freed when half of a list is such; so removal costs no more than looking the key up.
 */
final class Postings {
    private static final int LEAST = 1024;

    private int[] keys = new int[LEAST];
    /** A {@link LiveArticle} where the key has one, else a {@link Posting}: most keys have one. */
    private @Nullable Object[] values = new Object[LEAST];

    private int size;

    private static final class Posting {
        LiveArticle[] articles;
        int length;
        int dead;

        Posting(LiveArticle first, LiveArticle second) {
            articles = new LiveArticle[] {first, second};
            length = 2;
        }

        void add(LiveArticle article) {
            if (length == articles.length) {
                articles = Arrays.copyOf(articles, length + (length >> 1) + 1);
            }
            articles[length++] = article;
        }

        void compact() {
            int to = 0;
            for (int i = 0; i < length; i++) {
                if (articles[i].live()) {
                    articles[to++] = articles[i];
                }
            }
            articles = Arrays.copyOf(articles, Math.max(2, to));
            length = to;
            dead = 0;
        }
    }

    /** Adds an article whose sequence number is higher than all before. */
    void add(int key, LiveArticle article) {
        if (size * 5 >= keys.length * 3) {
            grow();
        }
        int at = slot(key);
        if (keys[at] == 0) {
            keys[at] = key;
            values[at] = article;
            size++;
        } else if (values[at] instanceof LiveArticle first) {
            values[at] = new Posting(first, article);
        } else if (values[at] instanceof Posting posting) {
            posting.add(article);
        }
    }

    /** Takes note that an article with this key is no longer {@link LiveArticle#live}. */
    void removed(int key) {
        int at = slot(key);
        if (values[at] instanceof Posting posting) {
            posting.dead++;
            if (posting.dead == posting.length) {
                remove(at);
            } else if (posting.dead * 2 > posting.length) {
                posting.compact();
            }
        } else if (keys[at] != 0) {
            remove(at);
        }
    }

    /** Shows live articles with the key, the newest first, for as long as more are wanted. */
    void newest(int key, Visitor visitor) {
        int at = slot(key);
        if (values[at] instanceof LiveArticle only) {
            visitor.wantsMoreAfter(only);
        } else if (values[at] instanceof Posting posting) {
            for (int i = posting.length - 1; i >= 0; i--) {
                LiveArticle article = posting.articles[i];
                if (article.live() && !visitor.wantsMoreAfter(article)) {
                    return;
                }
            }
        }
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int at = Hashing.mixed(key) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new Object[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    /** Closes the gap, so that no search stops short. */
    private void remove(int gap) {
        int mask = keys.length - 1;
        int at = gap;
        while (true) {
            at = (at + 1) & mask;
            if (keys[at] == 0) {
                break;
            }
            int home = Hashing.mixed(keys[at]) & mask;
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                keys[gap] = keys[at];
                values[gap] = values[at];
                gap = at;
            }
        }
        keys[gap] = 0;
        values[gap] = null;
        size--;
    }

    interface Visitor {
        boolean wantsMoreAfter(LiveArticle article);
    }
}
