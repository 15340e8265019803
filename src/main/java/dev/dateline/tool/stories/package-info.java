/** Stories and duplicates: converts what they are scored on, scores and measures the desk. */
@NullMarked
package dev.dateline.tool.stories;

import org.jspecify.annotations.NullMarked;
