package dev.dateline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Picks the claims of an article that are worth comparing, with the words around them. */
final class Accounts {
    private static final int MOST = 16;
    private static final int MOST_WORDS = 12;
    private static final int LONGEST_EXACT = 200;
    private static final int LONGEST_SENTENCE = 600;
    /** Share of articles with the word, above which it says nothing of the sentence. */
    private static final double COMMON = 0.25;

    private static final double COMMON_NAME = 0.2;
    private static final double UNKNOWN = 0.001;

    private Accounts() {}

    static List<Account> of(StoryArticle article) {
        List<Claim> claims = new ArrayList<>(article.claims());
        claims.removeIf(claim -> claim.span().exact().length() > LONGEST_EXACT && !(claim instanceof Claim.Statement));
        claims.sort(Comparator.comparingInt(Accounts::rank)
                .thenComparingInt(claim -> claim.span().start()));
        boolean english = Background.english(article.language());
        Background background = Background.of(article.language());
        List<Account> accounts = new ArrayList<>();
        for (Claim claim : claims.subList(0, Math.min(MOST, claims.size()))) {
            accounts.add(account(claim, article.text(), english, background));
        }
        return accounts;
    }

    private static int rank(Claim claim) {
        if (claim instanceof Claim.Casualty) {
            return 0;
        }
        if (claim instanceof Claim.Amount amount) {
            return amount.amountKind().equals("count") ? 3 : 1;
        }
        return claim instanceof Claim.Statement ? 2 : 4;
    }

    /** With the rarest words of the sentence; a claim's own are left out, but for a statement, which is its words. */
    private static Account account(Claim claim, String text, boolean english, Background background) {
        Claim.Span span = claim.span();
        int length = text.codePointCount(0, text.length());
        if (span.end() > length || span.sentenceStart() > span.start() || span.sentenceEnd() < span.end()) {
            return new Account(claim, new int[0], new int[0], new int[0]);
        }
        int start = text.offsetByCodePoints(0, span.start());
        int end = text.offsetByCodePoints(start, span.end() - span.start());
        int from = Math.max(start - LONGEST_SENTENCE, text.offsetByCodePoints(0, Math.max(0, span.sentenceStart())));
        int to = Math.min(end + LONGEST_SENTENCE, text.offsetByCodePoints(0, Math.min(length, span.sentenceEnd())));
        List<Word> own = Words.of(span.exact(), english);
        List<Word> around = new ArrayList<>(Words.of(text.substring(from, start), english));
        around.addAll(Words.of(text.substring(end, to), english));
        return claim instanceof Claim.Statement
                ? new Account(claim, carrying(own, background), new int[0], new int[0])
                : new Account(claim, carrying(around, background), names(around, background), figures(around));
    }

    private static int[] carrying(List<Word> words, Background background) {
        return words.stream()
                .filter(word -> word.letters() > 2 && !word.figure() && background.share(word) <= COMMON)
                .sorted(Comparator.comparingDouble(background::share).thenComparingInt(Word::term))
                .mapToInt(Word::term)
                .distinct()
                .limit(MOST_WORDS)
                .sorted()
                .toArray();
    }

    /** As digits; those of a claim itself are among its own words. */
    static int[] figures(List<Word> words) {
        return words.stream()
                .filter(Word::figure)
                .mapToInt(Word::term)
                .distinct()
                .limit(MOST_WORDS)
                .sorted()
                .toArray();
    }

    private static int[] names(List<Word> words, Background background) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).capital() && words.get(i).letters() > 2)
                // The sentence's first word is capital anyhow.
                .filter(i -> background.share(words.get(i)) <= (i == 0 ? UNKNOWN : COMMON_NAME))
                .map(i -> words.get(i).term())
                .distinct()
                .limit(MOST_WORDS)
                .sorted()
                .toArray();
    }

    /** How many words two contexts share. */
    static int shared(int[] one, int[] other) {
        return (int) IntStream.of(one)
                .filter(word -> Arrays.binarySearch(other, word) >= 0)
                .count();
    }
}
