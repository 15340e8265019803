/** The nouns: an article, its text addressed by code points, its sentences and tokens. Pure Java. */
@NullMarked
package dev.dateline.article;

import org.jspecify.annotations.NullMarked;
