package dev.dateline.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A consumed record and its fate, not yet committed. */
record Finished(ConsumerRecord<byte[], byte[]> input, Outcome outcome) {}
