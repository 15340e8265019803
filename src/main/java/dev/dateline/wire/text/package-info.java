/** From the markup and the line ends that senders use to plain text, in linear time. */
@NullMarked
package dev.dateline.wire.text;

import org.jspecify.annotations.NullMarked;
