package dev.dateline.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands in Kafka. */
public record Coordinates(String topic, int partition, long offset) {
    static Coordinates of(ConsumerRecord<?, ?> input) {
        return new Coordinates(input.topic(), input.partition(), input.offset());
    }
}
