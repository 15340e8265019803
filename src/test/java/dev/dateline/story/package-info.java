/** Tests of the desk: duplicates, stories, restoration, deltas. */
@NullMarked
package dev.dateline.story;

import org.jspecify.annotations.NullMarked;
