package dev.dateline.console;

import dev.dateline.console.ArticlesResource.Rejection;
import dev.dateline.stream.stories.StoriesView;
import dev.dateline.stream.stories.StoriesView.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions about stories, where it must by asking other instances. Where they are comes from the configuration and the group, never from a request. */
@ApplicationScoped
class Peers {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERED_WITHIN).build();

    private final StoriesView view;
    private final ConsoleConfig config;

    Peers(StoriesView view, ConsoleConfig config) {
        this.view = view;
        this.config = config;
    }

    /**
     * Asks one.
     *
     * @param peer host and port
     * @param path with its query, percent-encoded
     * @return empty if it says that there is none
     */
    Optional<byte[]> get(String peer, String path) throws UnavailableException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + peer + path))
                            .timeout(ANSWERED_WITHIN)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return Optional.of(answer.body());
            }
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            throw new UnavailableException(peer + " answered " + answer.statusCode());
        } catch (IOException away) {
            throw new UnavailableException(peer + " does not answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted");
        }
    }

    /** How an instance with stories finds the answer. */
    interface Lookup {
        Optional<byte[]> look() throws UnavailableException, IOException;
    }

    /** The answer, or why there is none. */
    Response answer(UriInfo uri, Lookup lookup) {
        try {
            Optional<byte[]> found;
            if (view.isHere()) {
                found = lookup.look();
            } else if (config.storiesAt().isPresent()) {
                found = get(config.storiesAt().get(), path(uri, ""));
            } else {
                return refusal(Response.Status.NOT_FOUND, "NO_STORIES", "This process does not have the role stories.");
            }
            return found.map(bytes -> Response.ok(bytes).build())
                    .orElseGet(
                            () -> refusal(Response.Status.NOT_FOUND, "NOT_FOUND", "There is none within the window."));
        } catch (UnavailableException | IOException moving) {
            return Response.fromResponse(
                            refusal(Response.Status.SERVICE_UNAVAILABLE, "MOVING", String.valueOf(moving.getMessage())))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
    }

    /** The same question, to be answered by the one who is asked from its own state. */
    static String path(UriInfo uri) {
        return path(uri, "here=true");
    }

    private static String path(UriInfo uri, String more) {
        String query = Stream.of(Objects.requireNonNullElse(uri.getRequestUri().getRawQuery(), ""), more)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return uri.getRequestUri().getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    static Response refusal(Response.Status status, String code, String message) {
        return Response.status(status).entity(new Rejection(code, message)).build();
    }
}
