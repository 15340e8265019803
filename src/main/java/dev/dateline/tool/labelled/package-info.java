/** Texts with one right answer each, and how a tool reports its figures on them. */
@NullMarked
package dev.dateline.tool.labelled;

import org.jspecify.annotations.NullMarked;
