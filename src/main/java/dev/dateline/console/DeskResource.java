package dev.dateline.console;

import dev.dateline.ops.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.search.Search;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the page needs beside the feed. */
@Path("/api/desk")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
    /** In seconds; what lies beyond is the bucket without a bound. */
    private static final double LONGEST = 1e9;

    private final ConsoleConfig config;
    private final Feed feed;
    private final MeterRegistry meters;

    DeskResource(ConsoleConfig config, Feed feed, MeterRegistry meters) {
        this.config = config;
        this.feed = feed;
        this.meters = meters;
    }

    @GET
    @Operation(summary = "What the page may offer")
    public Offer offer() {
        return new Offer(config.enrich(), config.grafana().orElse(null));
    }

    @GET
    @Path("/figures")
    @Operation(summary = "For the page's strip: sums of this process's meters, all of which are on the management port")
    public Figures figures() {
        NavigableMap<Double, Double> ages = new TreeMap<>();
        meters.find(Meters.AGE.id()).tag("since", "received").timers().forEach(timer -> {
            for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
                ages.merge(bucket.bucket(TimeUnit.SECONDS), bucket.count(), Double::sum);
            }
        });
        return new Figures(
                sum(meters.find(Meters.ARTICLES.id())),
                sum(meters.find(Meters.ARTICLES.id()).tag("outcome", "dead-lettered")),
                meters.find(Meters.LAG.id()).gauges().stream()
                        .mapToDouble(Gauge::value)
                        .filter(Double::isFinite)
                        .sum(),
                ages.entrySet().stream()
                        .map(age -> new Age(age.getKey() < LONGEST ? age.getKey() : null, age.getValue()))
                        .toList());
    }

    private static double sum(Search counters) {
        return counters.counters().stream().mapToDouble(Counter::count).sum();
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

    /**
     * Since the start of this process.
     *
     * @param articles that were consumed and settled
     * @param deadLettered of these
     * @param lag of the partitions held here
     * @param ages of the enriched articles since they were received
     */
    public record Figures(double articles, double deadLettered, double lag, List<Age> ages) {}

    /**
     * Articles no older than this.
     *
     * @param seconds absent for all of them
     */
    public record Age(@Nullable Double seconds, double articles) {}
}
