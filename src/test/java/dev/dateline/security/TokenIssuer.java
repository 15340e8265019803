package dev.dateline.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** An OAuth 2 and OpenID Connect provider on this machine: signed tokens for one client, and its public key. */
final class TokenIssuer implements AutoCloseable {
    static final String CLIENT = "dateline";
    static final String SECRET = "the-secret-of-the-oauth-client";
    static final String AUDIENCE = "kafka";

    private final HttpServer server;
    private final KeyPair keys;

    private TokenIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static TokenIssuer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            TokenIssuer issuer = new TokenIssuer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                    generator.generateKeyPair());
            issuer.server.createContext("/token", issuer::token);
            issuer.server.createContext("/jwks", exchange -> answer(exchange, 200, issuer.jwks()));
            issuer.server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, 200, issuer.configuration()));
            issuer.server.start();
            return issuer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String url(String path) {
        return url() + path;
    }

    /** A signed token. */
    String token(String subject, List<String> groups, Instant expires) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"one\"}";
        String claims = """
                {"iss":"%s","sub":"%s","aud":"%s","scope":"kafka","groups":[%s],"iat":%d,"exp":%d}""".formatted(
                        url(),
                        subject,
                        AUDIENCE,
                        groups.isEmpty() ? "" : "\"" + String.join("\",\"", groups) + "\"",
                        Instant.now().getEpochSecond() - 5,
                        expires.getEpochSecond());
        String signed = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String known =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (known.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\""
                            + token(CLIENT, List.of(), Instant.now().plusSeconds(600))
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":600}");
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        }
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\",\"n\":\""
                + unsigned(key.getModulus()) + "\",\"e\":\"" + unsigned(key.getPublicExponent()) + "\"}]}";
    }

    private String configuration() {
        return "{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + url("/jwks") + "\",\"token_endpoint\":\""
                + url("/token") + "\",\"authorization_endpoint\":\"" + url("/authorize") + "\"}";
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
