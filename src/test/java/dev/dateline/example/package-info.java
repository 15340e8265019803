/** An enricher as an operator would write it: the README shows it, the build packs it and runs it in the service. */
@NullMarked
package dev.dateline.example;

import org.jspecify.annotations.NullMarked;
