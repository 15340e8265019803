package dev.dateline.console;

import dev.dateline.stream.stories.StoriesView;
import dev.dateline.wire.StoriesEncoder;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where an article belongs. Which instance has it depends on its language, which the question does not tell: all are asked. */
@Path("/api/articles/{uri: .+}/story")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ArticleStoryResource {
    private final StoriesView view;
    private final Peers peers;
    private final StoriesEncoder encoder;

    ArticleStoryResource(StoriesView view, Peers peers, StoriesEncoder encoder) {
        this.view = view;
        this.peers = peers;
        this.encoder = encoder;
    }

    @GET
    @Operation(summary = "The story that an article is in, and what it is a duplicate of")
    @APIResponse(responseCode = "200", description = "As on the topic articles.stories")
    @APIResponse(responseCode = "404", description = "No such article within the window")
    @APIResponse(responseCode = "503", description = "The state is moving between instances; try again in a moment")
    public Response storyOf(
            @PathParam("uri") String article,
            @Parameter(description = StoriesResource.HERE) @QueryParam("here") boolean here,
            @Context UriInfo uri) {
        return peers.answer(uri, () -> {
            Optional<byte[]> found = view.assignment(article).map(encoder::json);
            for (String peer : here || found.isPresent() ? List.<String>of() : view.others()) {
                found = found.isPresent() ? found : peers.get(peer, Peers.path(uri));
            }
            return found;
        });
    }
}
