/** What the encoder promises. */
@NullMarked
package dev.dateline.enrich.topics.encoder;

import org.jspecify.annotations.NullMarked;
