package dev.dateline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where an article's account differs from those of other outlets in its story, or from what it quotes. Silent in doubt: two claims are
 * compared only if they measure the same and their sentences share the words that carry them, and they differ only if no
 * qualifier and no rounding explains it and neither article says the other's value elsewhere.
 */
final class Deltas {
    private static final int COMPARED_MEMBERS = 24;
    private static final int MOST = 6;
    private static final int MOST_OF_A_STORY = 64;

    private static final Set<String> ANYBODY =
            Set.of("", "people", "persons", "person", "others", "victims", "individuals", "residents");
    /** What turns a sum into a bound of it. */
    private static final Set<String> LIMITS = Set.of("up-to", "less-than", "at-least", "more-than");

    private Deltas() {}

    /** Between the article and the latest members of its story, none that the story knows; it knows them after. */
    static List<Delta> of(LiveArticle article, LiveStory story) {
        List<Delta> found = new ArrayList<>();
        if (article.duplicate().isPresent()) {
            return found;
        }
        Side own = new Side(article, article.accounts());
        if (own.accounts().isEmpty()) {
            return found;
        }
        within(own, story, found);
        List<LiveArticle> members = story.members();
        int compared = 0;
        for (int i = members.size() - 1; i >= 0 && compared < COMPARED_MEMBERS && found.size() < MOST; i--) {
            LiveArticle other = members.get(i);
            if (!comparable(article, other)) {
                continue;
            }
            Side theirs = new Side(other, other.accounts());
            if (!theirs.accounts().isEmpty()) {
                compared++;
                boolean first = other.before(article);
                between(first ? theirs : own, first ? own : theirs, story, found);
            }
        }
        return found;
    }

    private static boolean comparable(LiveArticle article, LiveArticle other) {
        return other != article
                && other.duplicate().isEmpty()
                && !other.outlet().isEmpty()
                && !article.outlet().isEmpty()
                && !other.outlet().equalsIgnoreCase(article.outlet());
    }

    /** An article with its accounts, unpacked once. */
    private record Side(LiveArticle article, List<Account> accounts) {
        Delta.Side of(Claim claim) {
            Claim.Span span = claim.span();
            return new Delta.Side(
                    article.uri(), article.outlet(), span.start(), span.end(), span.exact(), claim.value());
        }
    }

    /** A sum that the article first states as it is, and then quotes with a limit: "up to" as much. */
    private static void within(Side own, LiveStory story, List<Delta> found) {
        for (Account one : own.accounts()) {
            for (Account other : own.accounts()) {
                if (one.claim() instanceof Claim.Amount stated
                        && other.claim() instanceof Claim.Amount limited
                        && stated.span().sentenceEnd() <= limited.span().sentenceStart()
                        && limits(stated, limited)
                        && quoted(limited, own)) {
                    tell(own, stated, own, limited, story, found);
                }
            }
        }
    }

    private static boolean limits(Claim.Amount stated, Claim.Amount limited) {
        return stated.amountKind().equals("money")
                && stated.qualifier().isEmpty()
                && LIMITS.contains(limited.qualifier())
                && sameSort(stated, limited)
                && Double.compare(stated.min(), limited.min()) == 0
                && Double.compare(stated.max(), limited.max()) == 0;
    }

    private static boolean quoted(Claim claim, Side own) {
        return own.accounts().stream()
                .map(Account::claim)
                .anyMatch(statement -> statement instanceof Claim.Statement
                        && statement.span().start() <= claim.span().start()
                        && claim.span().end() <= statement.span().end());
    }

    private static void tell(Side first, Claim one, Side second, Claim other, LiveStory story, List<Delta> found) {
        if (found.size() < MOST && story.deltas.size() < MOST_OF_A_STORY && story.deltas.add(key(one, other))) {
            found.add(new Delta(one.kind(), first.of(one), second.of(other)));
        }
    }

    private static void between(Side earlier, Side later, LiveStory story, List<Delta> found) {
        for (Account one : earlier.accounts()) {
            for (Account other : later.accounts()) {
                if (differ(one, other) && !says(later, one) && !says(earlier, other)) {
                    tell(earlier, one.claim(), later, other.claim(), story, found);
                }
            }
        }
    }

    /** The same two values need no telling twice, whoever says them. */
    private static long key(Claim one, Claim other) {
        String first = one.kind() + one.value();
        String second = other.kind() + other.value();
        return first.compareTo(second) < 0 ? Hashing.of(first + '\n' + second) : Hashing.of(second + '\n' + first);
    }

    /** Whether the article has a claim of the same sort that agrees with this one, whatever it is about. */
    private static boolean says(Side article, Account account) {
        return article.accounts().stream()
                .anyMatch(own -> sameSort(own.claim(), account.claim()) && agree(own.claim(), account.claim()));
    }

    private static boolean differ(Account one, Account other) {
        return sameSort(one.claim(), other.claim()) && !agree(one.claim(), other.claim()) && sameThing(one, other);
    }

    private static boolean sameSort(Claim one, Claim other) {
        if (one instanceof Claim.Casualty first && other instanceof Claim.Casualty second) {
            return first.casualty().equals(second.casualty()) && sameVictims(first.of(), second.of());
        }
        if (one instanceof Claim.Amount first && other instanceof Claim.Amount second) {
            return first.amountKind().equals(second.amountKind())
                    && first.currency().equals(second.currency())
                    && first.unit().equals(second.unit())
                    && sameHead(first.of(), second.of());
        }
        if (one instanceof Claim.Date first && other instanceof Claim.Date second) {
            return first.precision().equals(second.precision());
        }
        return one instanceof Claim.Statement first
                && other instanceof Claim.Statement second
                && !first.speaker().isEmpty()
                && first.speaker().equalsIgnoreCase(second.speaker());
    }

    private static boolean sameVictims(String one, String other) {
        return (ANYBODY.contains(head(one)) && ANYBODY.contains(head(other)))
                || head(one).equals(head(other));
    }

    private static boolean sameHead(String one, String other) {
        return head(one).equals(head(other));
    }

    /** The last word, without a plural's s. */
    private static String head(String phrase) {
        String last = phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return ANYBODY.contains(last) ? last : Stem.of(last);
    }

    private static boolean agree(Claim one, Claim other) {
        if (one instanceof Claim.Casualty first && other instanceof Claim.Casualty second) {
            return Range.of(first.qualifier(), first.min(), first.max())
                    .meets(Range.of(second.qualifier(), second.min(), second.max()));
        }
        if (one instanceof Claim.Amount first && other instanceof Claim.Amount second) {
            Range ours = Range.of(first.qualifier(), first.min(), first.max());
            Range theirs = Range.of(second.qualifier(), second.min(), second.max());
            boolean samePercent = first.amountKind().equals("percent")
                    && Math.round(first.min()) == Math.round(second.min())
                    && Math.round(first.max()) == Math.round(second.max());
            return samePercent || ours.meets(theirs);
        }
        if (one instanceof Claim.Statement first && other instanceof Claim.Statement second) {
            return first.denied() == second.denied();
        }
        return one.value().equals(other.value());
    }

    private static boolean sameThing(Account one, Account other) {
        if (mentions(one, other) || mentions(other, one)) {
            return false;
        }
        int shared = Accounts.shared(one.context(), other.context());
        int needed = needed(one.claim(), Math.min(one.context().length, other.context().length));
        if (shared < needed) {
            return false;
        }
        // Rosneft's billions are not Gazprom's.
        int sharedNames = Accounts.shared(one.names(), other.names());
        boolean eachItsOwn = sharedNames < one.names().length && sharedNames < other.names().length;
        return !eachItsOwn || (one.claim() instanceof Claim.Casualty && sharedNames > 0);
    }

    /** Whether one's sentence has the other's figure too, read as something else or not at all. */
    private static boolean mentions(Account one, Account other) {
        int[] theirs = Accounts.figures(Words.of(other.claim().span().exact(), false));
        return theirs.length > 0 && Accounts.shared(theirs, one.figures()) == theirs.length;
    }

    private static int needed(Claim claim, int smallerContext) {
        if (claim instanceof Claim.Casualty) {
            return 1;
        }
        Optional<Claim.Amount> amount = claim instanceof Claim.Amount found ? Optional.of(found) : Optional.empty();
        int least = claim instanceof Claim.Date
                ? 4
                : amount.isPresent() && !amount.get().of().isEmpty() ? 2 : 3;
        return Math.max(least, smallerContext / 3);
    }
}
