/** Older ninjs lines and the minimal form, upgraded to ninjs 3.1 trees; knows nothing of records or articles. */
@NullMarked
package dev.dateline.wire.ninjs;

import org.jspecify.annotations.NullMarked;
