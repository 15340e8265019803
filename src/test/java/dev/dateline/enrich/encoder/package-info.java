/** What the encoder promises. */
@NullMarked
package dev.dateline.enrich.encoder;

import org.jspecify.annotations.NullMarked;
