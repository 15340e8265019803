/** Measures the packaged service and what it stands on: throughput, latency, growth, the platform's own limit. */
@NullMarked
package dev.dateline.bench;

import org.jspecify.annotations.NullMarked;
