/** Who and what an English article speaks of: a tagger of our own, and the grouping of its mentions. */
@NullMarked
package dev.dateline.enrich.entities;

import org.jspecify.annotations.NullMarked;
