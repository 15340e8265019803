/** Scoring the detection of languages. */
@NullMarked
package dev.dateline.tool.language;

import org.jspecify.annotations.NullMarked;
