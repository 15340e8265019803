/** Tests of the tools for quotations. */
@NullMarked
package dev.dateline.tool.quotes;

import org.jspecify.annotations.NullMarked;
