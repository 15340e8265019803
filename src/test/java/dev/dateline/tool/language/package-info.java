/** What the tools for scoring languages promise. */
@NullMarked
package dev.dateline.tool.language;

import org.jspecify.annotations.NullMarked;
