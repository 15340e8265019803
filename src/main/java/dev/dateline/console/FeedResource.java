package dev.dateline.console;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The live feed as server-sent events. */
@Path("/api/feed")
public class FeedResource {
    /** Sooner than the server, or a proxy, takes a connection for idle. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(25);

    private final Feed feed;

    FeedResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Enriched articles, stories, their changes and dead letters as they appear; resumes after Last-Event-ID")
    public Multi<OutboundSseEvent> feed(
            @HeaderParam("Last-Event-ID") @Nullable String lastSeen,
            @Parameter(
                            description =
                                    "As Last-Event-ID, for clients that cannot send it; an unknown id: all that is kept")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Context Sse sse) {
        Multi<OutboundSseEvent> events = feed.since(
                        Optional.ofNullable(lastSeen).or(() -> Optional.ofNullable(since)))
                .map(event -> sse.newEventBuilder()
                        .id(event.id())
                        .name(event.name())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, event.data())
                        .build());
        Multi<OutboundSseEvent> quiet = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("").build());
        return Multi.createBy().merging().streams(events, quiet);
    }
}
