package dev.dateline.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What nobody should ask of the HTTP side, asked one after the other. */
public final class HostileRequests {
    private static final List<String> PATHS = List.of(
            "/api/stories",
            "/api/stories/",
            "/api/articles/",
            "/api/dead-letters",
            "/api/dead-letters/",
            "/api/desk/articles/",
            "/api/desk/figures",
            "/schemas/",
            "/api/feed/",
            "/desk/",
            "/api/../q/health",
            "/q/",
            "//");
    private static final List<String> QUERIES =
            List.of("since", "topic", "entity", "lang", "after", "limit", "here", "code", "");
    private static final List<String> ENDS = List.of(
            "",
            "/story",
            "/replay",
            "/0",
            "/-1",
            "/99999999999999999999",
            "/0/9223372036854775807",
            "/1e9/2",
            "/%00",
            "/..%2f..%2f");
    /** A path may be as long as a request's first line. */
    private static final int MOST_CHARACTERS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final String authorization;

    /** @param authorization the header, of a user who may write */
    public HostileRequests(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /**
     * What came back.
     *
     * @param answers how many of each status
     * @param failures requests that the service failed at, with the number that makes each again
     */
    public record Result(Map<Integer, Integer> answers, List<String> failures) {}

    public Result send(long seed, int requests) {
        Map<Integer, Integer> answers = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            Draw draw = Draw.seeded(seed * 1_000_003 + i);
            HttpRequest request = request(draw);
            int status = status(request);
            answers.merge(status, 1, Integer::sum);
            // 503 is the stories' honest answer while their state moves.
            if (status >= 500 && status != 503) {
                failures.add("seed " + seed + " request " + i + ": " + request.method() + " " + request.uri()
                        + " answered " + status);
            }
        }
        return new Result(answers, failures);
    }

    private HttpRequest request(Draw draw) {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(20));
        if (draw.oneIn(3)) {
            String path = draw.of(List.of("/api/articles", "/api/enrich"));
            request.uri(base.resolve(path))
                    .header(
                            "Content-Type",
                            draw.of(List.of(
                                    "application/json",
                                    "application/cloudevents+json",
                                    "application/json;charset=utf-16")))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(HostileJson.of(draw, draw.oneIn(40) ? 2_000 : 48)));
        } else {
            StringBuilder path =
                    new StringBuilder(draw.of(PATHS)).append(encoded(draw)).append(draw.of(ENDS));
            for (int queries = draw.below(4); queries > 0; queries--) {
                path.append(path.indexOf("?") < 0 ? '?' : '&')
                        .append(draw.of(QUERIES))
                        .append('=')
                        .append(encoded(draw));
            }
            request.uri(URI.create(base + path.toString()));
            request.method(
                    draw.of(List.of("GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD")),
                    HttpRequest.BodyPublishers.noBody());
        }
        if (!draw.oneIn(5)) {
            request.header(
                    "Authorization",
                    draw.oneIn(6)
                            ? draw.of(List.of("Basic !!!", "Bearer a.b.c", "Basic " + "QQ".repeat(500), "Digest x"))
                            : authorization);
        }
        request.header("Last-Event-ID", draw.of(List.of("start", "articles/0/0", "-", "%00")));
        return request.build();
    }

    private static String encoded(Draw draw) {
        String value = draw.of(List.of(
                "",
                "1",
                "urn:x",
                HostileText.date(draw),
                HostileText.of(draw, 4),
                "2026-03-01T10:00:00Z~x",
                "true",
                "-5",
                "en"));
        String cut = value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value;
        return URLEncoder.encode(cut, StandardCharsets.UTF_8);
    }

    private int status(HttpRequest request) {
        try {
            HttpResponse<java.io.InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                // The feed has no end.
                body.readNBytes(
                        answer.headers().firstValue("content-type").orElse("").contains("event-stream") ? 0 : 1 << 20);
            }
            return answer.statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
