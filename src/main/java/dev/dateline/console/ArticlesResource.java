package dev.dateline.console;

import dev.dateline.stream.StreamConfig;
import dev.dateline.wire.ArticleDecoder;
import dev.dateline.wire.Decoded;
import dev.dateline.wire.Incoming;
import dev.dateline.wire.RejectedException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Articles by HTTP, for senders that do not speak Kafka. The record that is written is the body as it came. */
@Path("/api/articles")
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private final ConsoleConfig config;
    private final ArticleDecoder decoder;
    private final MutinyEmitter<byte[]> articles;

    ArticlesResource(
            ConsoleConfig config, StreamConfig stream, @Channel("posted-articles") MutinyEmitter<byte[]> articles) {
        this.config = config;
        this.decoder = new ArticleDecoder((int) stream.maxArticleBytes().asLongValue());
        this.articles = articles;
    }

    @POST
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json"})
    @RolesAllowed("publisher")
    @Operation(summary = "Put one article on the articles topic, in any form that the topic takes")
    @APIResponse(responseCode = "202", description = "The broker has it")
    @APIResponse(responseCode = "400", description = "It could never be enriched; the code says why")
    @APIResponse(responseCode = "404", description = "Ingest is switched off")
    @APIResponse(responseCode = "503", description = "The broker did not take it in time; post it again")
    public Uni<Response> post(byte[] body) {
        if (!config.ingest()) {
            throw new NotFoundException();
        }
        String uri;
        try {
            uri = uri(decoder.decode(new Incoming(null, body, List.of())));
        } catch (RejectedException rejected) {
            return Uni.createFrom()
                    .item(Response.status(Response.Status.BAD_REQUEST)
                            .entity(new Rejection(rejected.code().name(), String.valueOf(rejected.getMessage())))
                            .build());
        }
        Metadata key = Metadata.of(OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(uri.getBytes(StandardCharsets.UTF_8))
                .build());
        return articles.sendMessage(Message.of(body, key))
                .ifNoItem()
                .after(ACKNOWLEDGED_WITHIN)
                .fail()
                .onItem()
                .transform(sent -> Response.accepted(new Accepted(uri)).build())
                .onFailure()
                .recoverWithItem(failure -> Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(new Rejection("BROKER_UNAVAILABLE", failure.toString()))
                        .build());
    }

    /** The identity to key the record by; one that is ignored downstream needs none. */
    private static String uri(Decoded decoded) {
        if (decoded instanceof Decoded.Usable usable) {
            return usable.article().uri();
        }
        return decoded instanceof Decoded.Recall recall ? recall.uri() : "";
    }

    /** @param uri the article's identity, and the key of its records downstream */
    public record Accepted(String uri) {}

    public record Rejection(String code, String message) {}
}
