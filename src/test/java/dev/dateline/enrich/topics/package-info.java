/** What topic finding promises. */
@NullMarked
package dev.dateline.enrich.topics;

import org.jspecify.annotations.NullMarked;
