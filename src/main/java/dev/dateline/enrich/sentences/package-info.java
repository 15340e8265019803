/** Where tokens and sentences begin and end, in any language. */
@NullMarked
package dev.dateline.enrich.sentences;

import org.jspecify.annotations.NullMarked;
