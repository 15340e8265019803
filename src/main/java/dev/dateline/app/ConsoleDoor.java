package dev.dateline.app;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Nothing under {@code /api} answers in a process without the role {@code console}. */
class ConsoleDoor {
    private final RolesConfig roles;

    ConsoleDoor(RolesConfig roles) {
        this.roles = roles;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response closed(ContainerRequestContext request) {
        boolean api = request.getUriInfo().getPath().startsWith("/api/");
        return api && !roles.roles().contains(Role.CONSOLE)
                ? Response.status(Response.Status.NOT_FOUND).build()
                : null;
    }
}
