/** What the stages of enrichment cost. */
@NullMarked
package dev.dateline.tool.enrich;

import org.jspecify.annotations.NullMarked;
