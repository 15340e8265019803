package dev.dateline.story;

import java.util.ArrayList;
import java.util.List;

/** Claims as bytes. */
final class AccountCodec {
    private static final int AMOUNT = 1;
    private static final int CASUALTY = 2;
    private static final int DATE = 3;
    private static final int STATEMENT = 4;

    /** No accounts. */
    static final byte[] NONE = writeAll(List.of());

    private AccountCodec() {}

    static byte[] writeAll(List<Account> accounts) {
        ByteWriter out = new ByteWriter();
        out.varint(accounts.size());
        accounts.forEach(account -> write(account, out));
        return out.toBytes();
    }

    static List<Account> readAll(byte[] accounts) {
        return readAll(new ByteReader(accounts));
    }

    private static List<Account> readAll(ByteReader in) {
        List<Account> accounts = new ArrayList<>();
        for (int left = in.count(4); left > 0; left--) {
            accounts.add(read(in));
        }
        return accounts;
    }

    /** Takes accounts from an entry as they are, after a look whether they can be read. */
    static byte[] taken(ByteReader in) {
        int from = in.at();
        readAll(in);
        return in.since(from);
    }

    private static void write(Account account, ByteWriter out) {
        Claim claim = account.claim();
        if (claim instanceof Claim.Amount amount) {
            begin(AMOUNT, claim, out);
            out.string(amount.amountKind());
            range(amount.min(), amount.max(), amount.qualifier(), out);
            out.string(amount.unit());
            out.string(amount.currency());
            out.string(amount.of());
        } else if (claim instanceof Claim.Casualty casualty) {
            begin(CASUALTY, claim, out);
            range(casualty.min(), casualty.max(), casualty.qualifier(), out);
            out.string(casualty.casualty());
            out.string(casualty.of());
        } else if (claim instanceof Claim.Date date) {
            begin(DATE, claim, out);
            out.string(date.value());
            out.string(date.precision());
        } else if (claim instanceof Claim.Statement statement) {
            begin(STATEMENT, claim, out);
            out.string(statement.speaker());
            out.string(statement.cueClass());
            out.raw(statement.denied() ? 1 : 0);
        }
        Codec.ascending(account.context(), out);
        Codec.ascending(account.names(), out);
        Codec.ascending(account.figures(), out);
    }

    private static void begin(int kind, Claim claim, ByteWriter out) {
        Claim.Span span = claim.span();
        out.raw(kind);
        out.varint(span.start());
        out.varint(span.end() - span.start());
        out.string(span.exact());
        out.signed(span.start() - span.sentenceStart());
        out.signed(span.sentenceEnd() - span.end());
    }

    private static void range(double min, double max, String qualifier, ByteWriter out) {
        out.fixed(min);
        out.fixed(max);
        out.string(qualifier);
    }

    private static Account read(ByteReader in) {
        int kind = in.raw();
        int start = (int) in.varint();
        int end = start + (int) in.varint();
        String exact = in.string();
        int sentenceStart = start - (int) in.signed();
        Claim.Span span = new Claim.Span(start, end, exact, sentenceStart, end + (int) in.signed());
        Claim claim = switch (kind) {
            case AMOUNT -> {
                String amountKind = in.string();
                yield new Claim.Amount(
                        span,
                        amountKind,
                        in.fixedDouble(),
                        in.fixedDouble(),
                        in.string(),
                        in.string(),
                        in.string(),
                        in.string());
            }
            case CASUALTY ->
                new Claim.Casualty(span, in.fixedDouble(), in.fixedDouble(), in.string(), in.string(), in.string());
            case DATE -> new Claim.Date(span, in.string(), in.string());
            case STATEMENT -> new Claim.Statement(span, in.string(), in.string(), in.raw() == 1);
            default -> throw new IllegalArgumentException("no claim is of kind " + kind);
        };
        return new Account(claim, Codec.ascending(in), Codec.ascending(in), Codec.ascending(in));
    }
}
