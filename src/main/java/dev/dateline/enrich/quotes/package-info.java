/** Who said what, to whom, and through whom it was told. */
@NullMarked
package dev.dateline.enrich.quotes;

import org.jspecify.annotations.NullMarked;
