/** Command-line tools over the same core, with no broker and no network: convert, train, eval. */
@NullMarked
package dev.dateline.tool;

import org.jspecify.annotations.NullMarked;
