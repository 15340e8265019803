/** Tests of the quotes stage. */
@NullMarked
package dev.dateline.enrich.quotes;

import org.jspecify.annotations.NullMarked;
