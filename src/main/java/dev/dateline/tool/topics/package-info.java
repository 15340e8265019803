/** Making and scoring the topic model. */
@NullMarked
package dev.dateline.tool.topics;

import org.jspecify.annotations.NullMarked;
