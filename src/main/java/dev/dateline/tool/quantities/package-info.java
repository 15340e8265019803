/** Amounts and dates that people marked, compared with those found. */
@NullMarked
package dev.dateline.tool.quantities;

import org.jspecify.annotations.NullMarked;
