/** What earlier releases wrote, and what today's code must still make of it. */
@NullMarked
package dev.dateline.release;

import org.jspecify.annotations.NullMarked;
