package dev.dateline.app;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The page and everything under {@code /api} answer only in a process with the role {@code console}. The page may load
 * nothing but its own files, so that no word of an article can make it do otherwise.
 */
@ApplicationScoped
class ConsoleDoor {
    private static final int BEFORE_ALL_ELSE = 1000;
    private static final String ONLY_ITS_OWN =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final boolean open;

    ConsoleDoor(RolesConfig roles) {
        this.open = roles.roles().contains(Role.CONSOLE);
    }

    void guard(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_ELSE);
    }

    private void pass(RoutingContext request) {
        String path = request.normalizedPath();
        boolean page = path.equals("/") || path.equals("/index.html") || path.startsWith("/desk/");
        if (!open && (page || path.startsWith("/api/"))) {
            request.response().setStatusCode(404).end();
            return;
        }
        if (page) {
            request.response()
                    .putHeader("Content-Security-Policy", ONLY_ITS_OWN)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "no-referrer");
        }
        request.next();
    }
}
