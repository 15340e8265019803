/** Near-duplicates, stories, and where the accounts of a story differ; pure Java, one thread, no clock. */
@NullMarked
package dev.dateline.story;

import org.jspecify.annotations.NullMarked;
