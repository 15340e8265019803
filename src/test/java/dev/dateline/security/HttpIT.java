package dev.dateline.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.fuzz.HostileRequests;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The risk: a door of the HTTP side that stands open, or can be held open. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "security", matches = "true")
class HttpIT {
    private static final int LAST = Integer.MAX_VALUE;
    private static final int PORT = FreePorts.any();
    private static final URI BASE = URI.create("http://localhost:" + PORT);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ARTICLE = "{\"uri\":\"urn:http\",\"body\":\"The council of Porto met on Monday.\"}";
    private static final String PASSWORD = "the-password-of-the-publisher";
    private static final int MOST_CONNECTIONS = 150;
    private static final String PUBLISHER =
            "Basic " + Base64.getEncoder().encodeToString(("desk:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static InJvmBroker broker;
    private static TokenIssuer issuer;
    private static ServiceProcess service;
    private static Path log;

    @BeforeAll
    static void start() throws IOException {
        broker = InJvmBroker.start();
        issuer = TokenIssuer.start();
        log = Path.of("target/it/http.log");
        Files.deleteIfExists(log);
        service = ServiceProcess.start(
                        "http",
                        PORT,
                        Map.ofEntries(
                                Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                                Map.entry("dateline.topics.create", "true"),
                                Map.entry("dateline.topics.partitions", "1"),
                                Map.entry("dateline.enrich.without", "entities,topics,quotes"),
                                Map.entry("dateline.console.ingest", "true"),
                                Map.entry("dateline.console.enrich", "true"),
                                Map.entry("dateline.console.requests-per-second", "500"),
                                Map.entry("quarkus.http.idle-timeout", "10S"),
                                Map.entry("quarkus.http.limits.max-connections", String.valueOf(MOST_CONNECTIONS)),
                                Map.entry("quarkus.oidc.tenant-enabled", "true"),
                                Map.entry("quarkus.oidc.auth-server-url", issuer.url()),
                                Map.entry("quarkus.oidc.roles.role-claim-path", "groups"),
                                Map.entry("quarkus.security.users.embedded.users.desk", PASSWORD),
                                Map.entry("quarkus.security.users.embedded.roles.desk", "publisher")))
                .awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        broker.close();
        issuer.close();
        assertThat(Files.readString(log))
                .as("the log")
                .contains("Enrichment ready")
                .doesNotContain(PASSWORD);
    }

    /** As the kernel sees it: no other machine can connect to what listens on the loop alone. */
    @Test
    void onlyThisMachineReachesAServiceThatWasStartedBare() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "skipped: no /proc/net");
        for (int port : List.of(PORT, service.managementPort())) {
            String ending = String.format(Locale.ROOT, ":%04X", port);
            List<String> listening = Stream.concat(
                            Files.readAllLines(Path.of("/proc/net/tcp")).stream(),
                            Files.readAllLines(Path.of("/proc/net/tcp6")).stream())
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > 3 && cells[1].endsWith(ending) && cells[3].equals("0A"))
                    .map(cells -> cells[1].substring(0, cells[1].indexOf(':')))
                    .toList();

            assertThat(listening)
                    .isNotEmpty()
                    .allMatch(address -> address.endsWith("0100007F") || address.endsWith("00000001000000"));
        }
    }

    @Test
    void healthAndMetricsAreOnThePortOfTheirOwnAndNothingElseIs() throws Exception {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/", "/api/desk", "/api/stories", "/api/articles")) {
            assertThat(HTTP.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://localhost:" + service.managementPort() + path))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/desk/desk.js",
                "/api/desk",
                "/api/stories",
                "/asyncapi.json",
                "/nothing/here"
            })
    void everyAnswerTellsTheBrowserToBeStrict(String path) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(BASE.resolve(path))
                        .header("Origin", "https://elsewhere.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/articles",
        "POST, /api/enrich",
        "GET, /api/dead-letters",
        "GET, /api/dead-letters/0/0",
        "POST, /api/dead-letters/0/0/replay"
    })
    void whatWritesOrShowsOriginalsNeedsAUserWhoMay(String method, String path) throws Exception {
        Instant later = Instant.now().plusSeconds(300);

        assertThat(status(method, path, Optional.empty())).isEqualTo(401);
        assertThat(status(method, path, Optional.of("Basic ZGVzazp3cm9uZw=="))).isEqualTo(401);
        assertThat(status(
                        method,
                        path,
                        Optional.of("Bearer "
                                + issuer.token(
                                        "ana",
                                        List.of("publisher"),
                                        Instant.now().minusSeconds(600)))))
                .as("expired")
                .isEqualTo(401);
        try (TokenIssuer stranger = TokenIssuer.start()) {
            assertThat(status(
                            method, path, Optional.of("Bearer " + stranger.token("ana", List.of("publisher"), later))))
                    .as("signed by a stranger")
                    .isEqualTo(401);
        }
        assertThat(status(method, path, Optional.of("Bearer " + issuer.token("ana", List.of("reader"), later))))
                .isEqualTo(403);
        assertThat(status(method, path, Optional.of("Bearer " + issuer.token("ana", List.of("publisher"), later))))
                .isNotIn(401, 403);
        assertThat(status(method, path, Optional.of(PUBLISHER))).isNotIn(401, 403);
    }

    /** A browser sends a known user's password along, whichever page makes it ask. */
    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 202",
    })
    void noOtherSiteWritesThroughAVisitorsBrowser(String header, String value, int expected) throws Exception {
        assertThat(HTTP.send(
                                post("/api/articles", ARTICLE)
                                        .header("Authorization", PUBLISHER)
                                        .header(header, value)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(expected);
    }

    @Test
    void thePageItselfMayWrite() throws Exception {
        assertThat(HTTP.send(
                                post("/api/articles", ARTICLE)
                                        .header("Authorization", PUBLISHER)
                                        .header("Origin", BASE.toString())
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aBodyLongerThanAnArticleMayBeIsNotRead() throws Exception {
        String tooLong = "x".repeat(1024 * 1024 + 1);

        assertThat(HTTP.send(
                                post("/api/articles", tooLong)
                                        .header("Authorization", PUBLISHER)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void whoSendsHalfARequestAndFallsSilentIsCutOff() throws Exception {
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            silent.setSoTimeout(40_000);
            silent.getOutputStream()
                    .write("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Le"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(ended(silent)).isTrue();
        }
    }

    @Test
    @Order(LAST - 2)
    void noMoreConnectionsAreHeldThanAreAllowed() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_CONNECTIONS + 50; i++) {
                Socket each = new Socket(InetAddress.getLoopbackAddress(), PORT);
                held.add(each);
                each.getOutputStream()
                        .write("GET /api/desk HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            Socket last = held.get(held.size() - 1);
            last.setSoTimeout(7_000);
            assertThat(ended(last))
                    .as("the last was closed at once, before it could be idle")
                    .isTrue();
        } finally {
            for (Socket each : held) {
                each.close();
            }
        }
        Awaitility.await("others are served again")
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> get("/api/desk").statusCode() == 200);
    }

    @Test
    @Order(LAST - 1)
    void nothingThatIsAskedMakesTheServiceFail() {
        HostileRequests.Result result = new HostileRequests(BASE, PUBLISHER)
                .send(Long.getLong("fuzz.seed", 20260301), Integer.getInteger("fuzz.requests", 1_500));

        System.out.println("Hostile requests, answers by status: " + result.answers());
        assertThat(result.failures()).isEmpty();
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** From an address of its own, of those that every machine has for itself. */
    @Test
    @Order(LAST)
    void whoAsksTooOftenIsToldToWaitAndOthersAreNot() throws Exception {
        int requests = 2_500;
        try (Socket flood = new Socket(InetAddress.getLoopbackAddress(), PORT, InetAddress.getByName("127.0.0.9"), 0)) {
            flood.setSoTimeout(20_000);
            Thread writer = new Thread(() -> {
                try {
                    flood.getOutputStream()
                            .write("GET /api/desk HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .repeat(requests)
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    // Seen by the reader.
                }
            });
            writer.start();
            StringBuilder seen = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (!seen.toString().contains(" 429 ")) {
                int read = flood.getInputStream().read(buffer);
                assertThat(read).as("still open").isPositive();
                seen.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            }
            assertThat(seen).contains("HTTP/1.1 200 OK");
            assertThat(get("/api/desk").statusCode()).as("another address").isEqualTo(200);
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            // An answer such as 408 may come first.
            in.readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(BASE.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(BASE.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static int status(String method, String path, Optional<String> authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(BASE.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? ARTICLE : ""));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
