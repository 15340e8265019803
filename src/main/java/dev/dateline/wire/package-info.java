/** Bytes to articles and back: ninjs, the minimal form, CloudEvents; error codes for what is neither. */
@NullMarked
package dev.dateline.wire;

import org.jspecify.annotations.NullMarked;
