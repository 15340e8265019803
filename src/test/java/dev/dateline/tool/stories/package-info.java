/** What the tools for stories promise. */
@NullMarked
package dev.dateline.tool.stories;

import org.jspecify.annotations.NullMarked;
