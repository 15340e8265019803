/** What an article is about: IPTC Media Topics. */
@NullMarked
package dev.dateline.enrich.topics;

import org.jspecify.annotations.NullMarked;
