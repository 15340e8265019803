package dev.dateline.app;

import dev.dateline.console.Visitors;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * What every request passes first. The page and everything under {@code /api} answer only in a process with the role
 * {@code console}. The page may load nothing but its own files, so that no word of an article can make it do otherwise; no
 * other site may frame it, read from it, or have a visitor's browser write in the visitor's name.
 */
@ApplicationScoped
class ConsoleDoor {
    private static final int BEFORE_ALL_ELSE = 1000;
    private static final String ONLY_ITS_OWN = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final boolean open;
    private final Visitors visitors;

    ConsoleDoor(RolesConfig roles, Visitors visitors) {
        this.open = roles.roles().contains(Role.CONSOLE);
        this.visitors = visitors;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_ELSE);
    }

    private void pass(RoutingContext request) {
        String path = request.normalizedPath();
        boolean page = path.equals("/") || path.equals("/index.html") || path.startsWith("/desk/");
        HttpServerResponse response = request.response()
                .putHeader("Content-Security-Policy", page ? ONLY_ITS_OWN : NOTHING)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!open && (page || path.startsWith("/api/"))) {
            response.setStatusCode(404).end();
        } else if (!visitors.admits(request.request().remoteAddress().hostAddress())) {
            response.putHeader("Retry-After", "1").setStatusCode(429).end();
        } else if (!READING.contains(request.request().method()) && fromElsewhere(request.request())) {
            response.setStatusCode(403).end();
        } else {
            request.next();
        }
    }

    /** By what browsers say, and pages cannot change: a browser sends a known user's password along from any page. */
    private static boolean fromElsewhere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        // The authority: a request of HTTP/2 has no Host.
        return origin != null && !authority(origin).equalsIgnoreCase(String.valueOf(request.authority()));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
