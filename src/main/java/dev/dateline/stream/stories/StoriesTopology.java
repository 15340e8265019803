package dev.dateline.stream.stories;

import dev.dateline.story.Settings;
import dev.dateline.stream.Tracing;
import dev.dateline.wire.Channel;
import dev.dateline.wire.Outgoing;
import dev.dateline.wire.StoriesEncoder;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Enriched articles in; where each belongs, the stories as they stand, and every step out. */
final class StoriesTopology {
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();
    private static final Serde<Outgoing> VALUE =
            Serdes.serdeFrom((topic, outgoing) -> outgoing.value(), (topic, bytes) -> {
                throw new UnsupportedOperationException("nothing reads it back");
            });

    private StoriesTopology() {}

    /** @param topics Kafka topic of each channel that the role writes */
    static Topology of(
            String enriched,
            Map<Channel, String> topics,
            StoriesConfig config,
            StoriesEncoder encoder,
            StoriesView view,
            StoriesObserver observer,
            Tracing tracing) {
        Settings settings = new Settings(
                config.window(),
                Settings.DEFAULT.threshold(),
                Settings.DEFAULT.mergeThreshold(),
                Settings.DEFAULT.publishedMembers());
        StreamsBuilder builder = new StreamsBuilder();
        KStream<OutputKey, Outgoing> decided = builder.stream(
                        enriched, Consumed.with(BYTES, BYTES).withName("enriched"))
                .process(LanguageRouter.supplier(config.window(), observer), Named.as("route"))
                .repartition(Repartitioned.with(DeskKey.SERDE, BYTES)
                        .withName("by-language")
                        .withStreamPartitioner(config.spread().partitioner())
                        .withNumberOfPartitions(config.partitions()))
                .process(DeskProcessor.supplier(settings, config, encoder, view, observer, tracing), Named.as("desk"));
        decided.filter((key, outgoing) -> outgoing.channel() != Channel.ARTICLE_STORIES, Named.as("of-stories"))
                .to(
                        (key, outgoing, context) -> topics.get(outgoing.channel()),
                        Produced.with(OutputKey.PUBLISHED, VALUE));
        decided.filter((key, outgoing) -> outgoing.channel() == Channel.ARTICLE_STORIES, Named.as("of-articles"))
                .mapValues(outgoing -> Objects.requireNonNull(outgoing.value()), Named.as("assignments"))
                .repartition(Repartitioned.with(OutputKey.SERDE, BYTES)
                        .withName("by-article")
                        .withStreamPartitioner(OutputKey.BY_ARTICLE)
                        .withNumberOfPartitions(config.partitions()))
                .process(AssignmentOrder.supplier(config.window()), Named.as("order"))
                .to(
                        Objects.requireNonNull(topics.get(Channel.ARTICLE_STORIES)),
                        Produced.with(OutputKey.PUBLISHED, BYTES));
        return builder.build();
    }
}
