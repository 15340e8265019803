/** Hostile input, made by the shape of what it attacks: from a seed, or from bytes that a coverage-guided fuzzer chooses. */
@NullMarked
package dev.dateline.fuzz;

import org.jspecify.annotations.NullMarked;
