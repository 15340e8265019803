/** Makes, checks and measures knowledge bases. */
@NullMarked
package dev.dateline.tool.knowledge;

import org.jspecify.annotations.NullMarked;
