/** That the cost of each stage can be told. */
@NullMarked
package dev.dateline.tool.enrich;

import org.jspecify.annotations.NullMarked;
