/** What operators see: every meter in one place, health, the log's form. */
@NullMarked
package dev.dateline.ops;

import org.jspecify.annotations.NullMarked;
