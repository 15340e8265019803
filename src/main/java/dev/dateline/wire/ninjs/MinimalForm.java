package dev.dateline.wire.ninjs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The form for senders without ninjs: flat fields, all but {@code uri} optional.
 *
 * <table>
 * <caption>Its fields, and where ninjs 3.1 has them</caption>
 * <tr><td>{@code uri, version, type, pubStatus, language}</td><td>as in ninjs</td></tr>
 * <tr><td>{@code headline}, a string</td><td>{@code headlines}, role {@code main} (by {@link Ninjs1})</td></tr>
 * <tr><td>{@code body}, a string, with {@code contentType}</td><td>{@code bodies}, role {@code main}</td></tr>
 * <tr><td>{@code outlet}, a string</td><td>{@code infoSources}</td></tr>
 * <tr><td>{@code byline}, a string</td><td>{@code by} (by {@link Ninjs1})</td></tr>
 * <tr><td>{@code publishedAt}</td><td>{@code versionCreated}</td></tr>
 * <tr><td>{@code url}, a string</td><td>{@code altIds}, role {@code url}</td></tr>
 * </table>
 *
 * <p>A field of another type stays where it is, for the reader to reject or to pass through.
 */
final class MinimalForm {
    private MinimalForm() {}

    static void upgrade(ObjectNode document) {
        moved(document, "outlet", "infoSources", "name");
        moved(document, "url", "altIds", "value").ifPresent(id -> id.put("role", "url"));
        moved(document, "body", "bodies", "value").ifPresent(body -> {
            body.put("role", "main");
            if (document.path("contentType").isTextual()) {
                body.set("contentType", document.remove("contentType"));
            }
        });
        if (!document.has("versioncreated")) {
            Fields.rename(document, "publishedAt", "versionCreated");
        }
    }

    /** Moves a string into a new entry of a list: the entry, or empty when there was nothing to move. */
    private static Optional<ObjectNode> moved(ObjectNode document, String from, String list, String field) {
        if (!document.path(from).isTextual()) {
            return Optional.empty();
        }
        Optional<ObjectNode> entry = Fields.list(document, list).map(entries -> entries.insertObject(0));
        entry.ifPresent(added -> added.set(field, document.remove(from)));
        return entry;
    }
}
