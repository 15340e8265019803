/** Data, training and scoring of the entity tagger. */
@NullMarked
package dev.dateline.tool.entities;

import org.jspecify.annotations.NullMarked;
