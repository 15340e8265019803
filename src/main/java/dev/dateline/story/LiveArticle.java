package dev.dateline.story;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An article in the window. Its place in the order of arrival never changes; a corrected one is a new one. */
final class LiveArticle {
    final long sequence;
    final long version;
    /** Epoch milliseconds of publication, no later than it came. */
    final long time;

    /** The most salient ones. */
    final List<Named> entities;

    final List<Subject> topics;

    /** Its number on the shelf. */
    int slot;

    private Profile profile;
    /** As {@link AccountCodec} writes them: rarely looked at, and as objects the heaviest part of an article. */
    private byte[] accounts;

    private Story.Member shown;
    private Optional<Duplicate> duplicate;
    private double similarity;
    private @Nullable LiveStory story;
    private boolean live = true;

    LiveArticle(
            long sequence,
            long version,
            long time,
            Story.Member shown,
            Profile profile,
            List<Named> entities,
            List<Subject> topics,
            byte[] accounts,
            Optional<Duplicate> duplicate) {
        this.sequence = sequence;
        this.version = version;
        this.time = time;
        this.shown = shown;
        this.profile = profile;
        this.entities = entities;
        this.topics = topics;
        this.accounts = accounts;
        this.duplicate = duplicate;
    }

    String uri() {
        return shown.uri();
    }

    String outlet() {
        return shown.outlet();
    }

    Story.Member shown() {
        return shown;
    }

    Profile profile() {
        return profile;
    }

    List<Account> accounts() {
        return AccountCodec.readAll(accounts);
    }

    byte[] storedAccounts() {
        return accounts;
    }

    Optional<Duplicate> duplicate() {
        return duplicate;
    }

    void duplicate(Optional<Duplicate> of) {
        duplicate = of;
        shown = new Story.Member(
                shown.uri(), shown.outlet(), shown.publishedAt(), shown.headline(), of.map(Duplicate::of));
    }

    double similarity() {
        return similarity;
    }

    void similarity(double toItsStory) {
        similarity = toItsStory;
    }

    LiveStory story() {
        LiveStory known = story;
        if (known == null) {
            throw new IllegalStateException(uri() + " has no story yet");
        }
        return known;
    }

    void story(LiveStory assigned) {
        story = assigned;
    }

    boolean live() {
        return live;
    }

    /** It leaves the window; a list may hold it a while longer, but not what is heavy of it. */
    void gone() {
        live = false;
        profile = Profile.NONE;
        accounts = AccountCodec.NONE;
    }

    Assignment assignment(boolean removed) {
        return new Assignment(uri(), version, story().id(), duplicate, similarity, removed);
    }

    /** Whether it was published before the other, or came before it if both at once. */
    boolean before(LiveArticle other) {
        return time < other.time || (time == other.time && sequence < other.sequence);
    }
}
