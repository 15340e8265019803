/** Quotations that people marked: read, converted, learnt from, and compared with those found. */
@NullMarked
package dev.dateline.tool.quotes;

import org.jspecify.annotations.NullMarked;
