/** What is known beyond the article: names, and the things in the world that bear them. */
@NullMarked
package dev.dateline.enrich.entities.knowledge;

import org.jspecify.annotations.NullMarked;
