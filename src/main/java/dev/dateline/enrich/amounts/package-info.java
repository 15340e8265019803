/** How much and how many: money, percentages, counts and casualties. */
@NullMarked
package dev.dateline.enrich.amounts;

import org.jspecify.annotations.NullMarked;
