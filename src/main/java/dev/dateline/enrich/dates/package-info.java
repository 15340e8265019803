/** When and for how long: dates, times and durations in ISO 8601. */
@NullMarked
package dev.dateline.enrich.dates;

import org.jspecify.annotations.NullMarked;
