package dev.dateline.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the page needs beside the feed. */
@Path("/api/desk")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
    private final ConsoleConfig config;
    private final Feed feed;

    DeskResource(ConsoleConfig config, Feed feed) {
        this.config = config;
        this.feed = feed;
    }

    @GET
    @Operation(summary = "What the page may offer")
    public Offer offer() {
        return new Offer(config.enrich(), config.grafana().orElse(null));
    }

    @GET
    @Path("/articles/{uri: .+}")
    @Operation(summary = "The latest enriched record of an article, while it is among those kept for the feed")
    @APIResponse(responseCode = "200", description = "The record; Dateline-Coordinates tells topic/partition/offset")
    @APIResponse(responseCode = "404", description = "Not among those kept")
    public Response article(@PathParam("uri") String uri) {
        FeedEvent event = feed.article(uri).orElseThrow(NotFoundException::new);
        return Response.ok(event.data())
                .header("Dateline-Coordinates", event.id())
                .build();
    }

    /**
     * What the page may offer.
     *
     * @param enrich whether texts of one's own are enriched
     * @param grafana its address
     */
    public record Offer(boolean enrich, @Nullable String grafana) {}
}
