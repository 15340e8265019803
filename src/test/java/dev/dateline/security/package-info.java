/** Who may do what, and what nobody may: over Kafka and over HTTP. */
@NullMarked
package dev.dateline.security;

import org.jspecify.annotations.NullMarked;
