/** Tests of the amounts stage. */
@NullMarked
package dev.dateline.enrich.amounts;

import org.jspecify.annotations.NullMarked;
