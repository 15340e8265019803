package dev.dateline.console;

import dev.dateline.console.ArticlesResource.Rejection;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.RequiredStageException;
import dev.dateline.stream.StreamConfig;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.EnrichedEncoder;
import dev.dateline.wire.Incoming;
import dev.dateline.wire.RejectedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One article in, what the pipeline makes of it out; nothing is written anywhere. */
@Path("/api/enrich")
@Produces(MediaType.APPLICATION_JSON)
public class EnrichResource {
    private final ConsoleConfig config;
    private final Instance<Pipeline> pipeline;
    private final EnrichedEncoder encoder;
    private final ArticleDecoder decoder;
    private final SecurityIdentity visitor;
    /** A visitor waits for a turn nowhere: the processors are there for the stream first. */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    EnrichResource(
            ConsoleConfig config,
            StreamConfig stream,
            Instance<Pipeline> pipeline,
            EnrichedEncoder encoder,
            SecurityIdentity visitor) {
        this.config = config;
        this.pipeline = pipeline;
        this.encoder = encoder;
        this.visitor = visitor;
        this.decoder = new ArticleDecoder((int) stream.maxArticleBytes().asLongValue());
    }

    @POST
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json"})
    @Operation(summary = "Enrich one article, in any form that the articles topic takes, and answer with the result")
    @APIResponse(responseCode = "200", description = "The record that articles.enriched would carry")
    @APIResponse(responseCode = "400", description = "It cannot be enriched; the code says why")
    @APIResponse(responseCode = "401", description = "Nobody that is known, where it is not for anybody")
    @APIResponse(responseCode = "404", description = "Switched off")
    @APIResponse(responseCode = "429", description = "Others are being served; try again")
    public Response enrich(byte[] body) throws InterruptedException {
        if (!config.enrich()) {
            throw new NotFoundException();
        }
        // Each text costs a processor some milliseconds, so it is nobody's by default.
        if (!config.enrichForAnybody() && !visitor.hasRole("publisher")) {
            throw visitor.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
        }
        if (!turns.tryAcquire()) {
            return answer(429, "BUSY", "Other articles are being enriched; try again in a second.");
        }
        try {
            return decoder.decode(new Incoming(null, body, List.of())) instanceof Decoded.Usable usable
                    ? Response.ok(encoder.encode(usable, pipeline.get().enrich(usable.article()))
                                    .get(0)
                                    .value())
                            .build()
                    : answer(400, "NOT_USABLE", "The article is withdrawn, or of a type that is not enriched.");
        } catch (RejectedException rejected) {
            return answer(400, rejected.code().name(), String.valueOf(rejected.getMessage()));
        } catch (RequiredStageException failed) {
            return answer(400, "ENRICHMENT_FAILED", String.valueOf(failed.getMessage()));
        } finally {
            turns.release();
        }
    }

    private static Response answer(int status, String code, String message) {
        return Response.status(status).entity(new Rejection(code, message)).build();
    }
}
