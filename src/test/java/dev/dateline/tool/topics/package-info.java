/** What the tools for making and scoring topics promise. */
@NullMarked
package dev.dateline.tool.topics;

import org.jspecify.annotations.NullMarked;
