/** Text to vector: a sentence encoder and its tokenizer. */
@NullMarked
package dev.dateline.enrich.topics.encoder;

import org.jspecify.annotations.NullMarked;
