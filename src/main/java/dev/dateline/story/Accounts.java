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
            accounts.add(new Account(claim, context(article.text(), claim.span(), english, background)));
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

    /** The rarest words of the sentence, the claim's own left out. */
    private static int[] context(String text, Claim.Span span, boolean english, Background background) {
        int length = text.codePointCount(0, text.length());
        if (span.end() > length || span.sentenceStart() > span.start() || span.sentenceEnd() < span.end()) {
            return new int[0];
        }
        int start = text.offsetByCodePoints(0, span.start());
        int end = text.offsetByCodePoints(start, span.end() - span.start());
        int from = Math.max(start - LONGEST_SENTENCE, text.offsetByCodePoints(0, Math.max(0, span.sentenceStart())));
        int to = Math.min(end + LONGEST_SENTENCE, text.offsetByCodePoints(0, Math.min(length, span.sentenceEnd())));
        List<Word> around = new ArrayList<>(Words.of(text.substring(from, start), english));
        around.addAll(Words.of(text.substring(end, to), english));
        around.removeIf(word -> word.letters() < 3 || word.figure() || background.share(word) > 0.25);
        around.sort(Comparator.comparingDouble(background::share).thenComparingInt(Word::term));
        return around.stream()
                .mapToInt(Word::term)
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
