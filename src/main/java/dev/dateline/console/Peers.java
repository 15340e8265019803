package dev.dateline.console;

import dev.dateline.stream.stories.StoriesView.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks other instances of the service. Where they are comes from the configuration and the group, never from a request. */
@ApplicationScoped
class Peers {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERED_WITHIN).build();

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
}
