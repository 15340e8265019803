/** What an enricher is, what it may find, and the pipeline that runs the list of them over one article. Pure Java. */
@NullMarked
package dev.dateline.enrich;

import org.jspecify.annotations.NullMarked;
