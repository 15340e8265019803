/** Puts the parts together: which enrichers run in which order, and which roles this process has. */
@NullMarked
package dev.dateline.app;

import org.jspecify.annotations.NullMarked;
