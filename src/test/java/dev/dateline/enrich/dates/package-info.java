/** Tests of the dates stage. */
@NullMarked
package dev.dateline.enrich.dates;

import org.jspecify.annotations.NullMarked;
