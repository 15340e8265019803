package dev.dateline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.stream.stories.Position;
import dev.dateline.stream.stories.StoriesView;
import dev.dateline.stream.stories.StoryFilter;
import dev.dateline.wire.StoriesEncoder;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Stories as they stand, wherever their state is: this instance answers from its own, and asks the instances that have the
 * rest. An answer is whole or it is 503.
 */
@Path("/api/stories")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class StoriesResource {
    private static final int MOST = 200;
    static final String HERE = "From this instance's own state alone; instances ask one another so";

    private final StoriesView view;
    private final Peers peers;
    private final StoriesEncoder encoder;
    private final ObjectMapper json;

    StoriesResource(StoriesView view, Peers peers, ConsoleConfig config, StoriesEncoder encoder, ObjectMapper json) {
        this.view = view;
        this.peers = peers;
        this.encoder = encoder;
        this.json = json;
    }

    @GET
    @Operation(summary = "Open stories, the one that grew last first")
    @APIResponse(responseCode = "200", description = "{stories: […], next: cursor of the page that follows, if any}")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    @APIResponse(responseCode = "503", description = "The state is moving between instances; try again in a moment")
    public Response stories(
            @Parameter(description = "Only those that grew at this time or later, RFC 3339")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(description = "A topic's code") @QueryParam("topic") @Nullable String topic,
            @Parameter(description = "An entity's id") @QueryParam("entity") @Nullable String entity,
            @Parameter(description = "A primary language subtag") @QueryParam("lang") @Nullable String language,
            @Parameter(description = "The page before's next") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200") @QueryParam("limit") @DefaultValue("50") int limit,
            @Parameter(description = HERE) @QueryParam("here") boolean here,
            @Context UriInfo uri) {
        Optional<Position> position = Optional.ofNullable(after).flatMap(Position::parse);
        Optional<Instant> from;
        try {
            from = Optional.ofNullable(since).map(Instant::parse);
        } catch (DateTimeException malformed) {
            return Peers.refusal(Response.Status.BAD_REQUEST, "MALFORMED", "since is not an RFC 3339 time");
        }
        if (limit < 1 || limit > MOST || (after != null && position.isEmpty())) {
            return Peers.refusal(
                    Response.Status.BAD_REQUEST, "MALFORMED", "limit is 1 to " + MOST + ", after is what a page gave");
        }
        StoryFilter filter = new StoryFilter(
                from,
                Optional.ofNullable(topic),
                Optional.ofNullable(entity),
                Optional.ofNullable(language),
                position,
                limit);
        return peers.answer(uri, () -> {
            List<JsonNode> found = new ArrayList<>();
            for (var story : view.stories(filter)) {
                found.add(json.readTree(encoder.json(story)));
            }
            for (String peer : here ? List.<String>of() : view.others()) {
                json.readTree(peers.get(peer, Peers.path(uri)).orElseThrow())
                        .path("stories")
                        .forEach(found::add);
            }
            return Optional.of(json.writeValueAsBytes(page(found, limit)));
        });
    }

    private ObjectNode page(List<JsonNode> found, int limit) {
        found.sort(Comparator.comparing(StoriesResource::position));
        List<JsonNode> page = found.subList(0, Math.min(limit, found.size()));
        ObjectNode answer = json.createObjectNode();
        answer.putArray("stories").addAll(page);
        if (page.size() == limit) {
            answer.put("next", position(page.get(limit - 1)).toString());
        }
        return answer;
    }

    private static Position position(JsonNode story) {
        return new Position(
                Instant.parse(story.path("lastSeen").asText()), story.path("id").asText());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One story; for an id that was merged into another, the other")
    @APIResponse(responseCode = "200", description = "As on the topic stories")
    @APIResponse(responseCode = "404", description = "No such story within the window")
    @APIResponse(responseCode = "503", description = "The state is moving between instances; try again in a moment")
    public Response story(
            @PathParam("id") String id,
            @Parameter(description = HERE) @QueryParam("here") boolean here,
            @Context UriInfo uri) {
        return peers.answer(uri, () -> {
            Optional<String> elsewhere = here ? Optional.empty() : view.placeOfStory(id);
            return elsewhere.isPresent()
                    ? peers.get(elsewhere.get(), Peers.path(uri))
                    : view.story(id).map(encoder::json);
        });
    }
}
