package dev.dateline.story;

/**
 * Two outlets of one story differ.
 *
 * @param kind {@code amount}, {@code casualty}, {@code date} or {@code statement}
 * @param earlier the account that was there first
 * @param later the account that differs from it
 */
public record Delta(String kind, Side earlier, Side later) {
    /**
     * One account.
     *
     * @param start first code point of the claim in the article's text
     * @param end one past its last
     * @param exact the characters themselves
     * @param value what differs, normalised: {@link Claim#value}
     */
    public record Side(String uri, String outlet, int start, int end, String exact, String value) {}
}
