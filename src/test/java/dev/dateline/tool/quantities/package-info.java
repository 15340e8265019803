/** Tests of the scores of amounts and dates. */
@NullMarked
package dev.dateline.tool.quantities;

import org.jspecify.annotations.NullMarked;
