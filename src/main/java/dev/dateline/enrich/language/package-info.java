/** Which language an article is written in. */
@NullMarked
package dev.dateline.enrich.language;

import org.jspecify.annotations.NullMarked;
