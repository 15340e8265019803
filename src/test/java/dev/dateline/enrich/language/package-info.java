/** What language detection promises. */
@NullMarked
package dev.dateline.enrich.language;

import org.jspecify.annotations.NullMarked;
