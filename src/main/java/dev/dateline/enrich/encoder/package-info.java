/** Text to vector: a sentence encoder and its tokenizer. */
@NullMarked
package dev.dateline.enrich.encoder;

import org.jspecify.annotations.NullMarked;
