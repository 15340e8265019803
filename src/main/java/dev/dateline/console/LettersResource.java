package dev.dateline.console;

import dev.dateline.console.ArticlesResource.Rejection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** Dead letters to look at, and to send once more when what they failed on is mended. For users with the role publisher. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed("publisher")
public class LettersResource {
    /** How often a letter has been sent back already; it travels with the record, so that no letter goes round for ever. */
    static final String REPLAYS = "dateline-replays";

    private static final int MOST_REPLAYS = 3;
    private static final int MOST_LISTED = 500;
    private static final int MOST_SHOWN = 64 * 1024;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    /** Told anew by whoever writes the record. */
    private static final Set<String> NOT_SENT_ON = Set.of(REPLAYS, "traceparent", "tracestate");

    private final ConsoleConfig config;
    private final LetterBox letters;
    private final MutinyEmitter<byte[]> articles;

    LettersResource(
            ConsoleConfig config, LetterBox letters, @Channel("posted-articles") MutinyEmitter<byte[]> articles) {
        this.config = config;
        this.letters = letters;
        this.articles = articles;
    }

    @GET
    @Operation(summary = "The latest dead letters, newest first, without their bodies")
    public List<Map<String, Object>> list(
            @QueryParam("code") @Nullable String code, @QueryParam("limit") @DefaultValue("50") int limit) {
        return letters
                .latest(
                        letter -> code == null || code.equals(text(letter.headers(), "dead-letter-code")),
                        Math.max(1, Math.min(limit, MOST_LISTED)))
                .stream()
                .map(LettersResource::described)
                .toList();
    }

    @GET
    @Path("/{partition}/{offset}")
    @Operation(summary = "One dead letter with its original bytes, in base64, the first 64 KB of them")
    @APIResponse(responseCode = "404", description = "There is none at these coordinates")
    public Map<String, Object> letter(@PathParam("partition") int partition, @PathParam("offset") long offset) {
        ConsumerRecord<byte[], byte[]> letter = letters.at(partition, offset).orElseThrow(NotFoundException::new);
        Map<String, Object> described = described(letter);
        if (letter.value() != null) {
            byte[] shown =
                    letter.value().length <= MOST_SHOWN ? letter.value() : Arrays.copyOf(letter.value(), MOST_SHOWN);
            described.put("value", Base64.getEncoder().encodeToString(shown));
        }
        return described;
    }

    @POST
    @Path("/{partition}/{offset}/replay")
    @Operation(summary = "Send the original once more, to the articles topic")
    @APIResponse(responseCode = "202", description = "The broker has it")
    @APIResponse(responseCode = "404", description = "There is none at these coordinates, or ingest is switched off")
    @APIResponse(responseCode = "409", description = "It has been sent back often enough, or its body was not kept")
    @APIResponse(responseCode = "503", description = "The broker did not take it in time; try again")
    public Response replay(@PathParam("partition") int partition, @PathParam("offset") long offset) {
        if (!config.ingest()) {
            throw new NotFoundException();
        }
        ConsumerRecord<byte[], byte[]> letter = letters.at(partition, offset).orElseThrow(NotFoundException::new);
        int replays = replays(letter.headers());
        if (replays >= MOST_REPLAYS) {
            return refusal(Response.Status.CONFLICT, "REPLAYED_OFTEN", "It has been sent back " + replays + " times.");
        }
        if (letter.value() == null || letter.headers().lastHeader("dead-letter-body") != null) {
            return refusal(Response.Status.CONFLICT, "NO_BODY", "The letter holds no body to send.");
        }
        try {
            articles.sendMessage(Message.of(letter.value(), Metadata.of(onward(letter, replays))))
                    .await()
                    .atMost(ACKNOWLEDGED_WITHIN);
            return Response.accepted(described(letter)).build();
        } catch (KafkaException | TimeoutException failed) {
            return refusal(Response.Status.SERVICE_UNAVAILABLE, "BROKER_UNAVAILABLE", failed.toString());
        }
    }

    /** The sender's own headers and key, without what the letter says of its failure. */
    private static OutgoingKafkaRecordMetadata<byte[]> onward(ConsumerRecord<byte[], byte[]> letter, int replays) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith("dead-letter-") && !NOT_SENT_ON.contains(header.key())) {
                headers.add(header);
            }
        }
        headers.add(REPLAYS, Integer.toString(replays + 1).getBytes(StandardCharsets.US_ASCII));
        return OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(letter.key())
                .withHeaders(headers)
                .build();
    }

    private static int replays(Headers headers) {
        String told = text(headers, REPLAYS);
        return told.matches("[0-9]{1,4}") ? Integer.parseInt(told) : 0;
    }

    private static Map<String, Object> described(ConsumerRecord<byte[], byte[]> letter) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("partition", letter.partition());
        described.put("offset", letter.offset());
        described.put("at", Instant.ofEpochMilli(letter.timestamp()).toString());
        if (letter.key() != null) {
            described.put("key", new String(letter.key(), StandardCharsets.UTF_8));
        }
        described.put("bytes", Math.max(0, letter.serializedValueSize()));
        described.put("replays", replays(letter.headers()));
        Map<String, String> headers = new LinkedHashMap<>();
        letter.headers().forEach(header -> headers.put(header.key(), text(letter.headers(), header.key())));
        described.put("headers", headers);
        return described;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Response refusal(Response.Status status, String code, String message) {
        return Response.status(status).entity(new Rejection(code, message)).build();
    }
}
