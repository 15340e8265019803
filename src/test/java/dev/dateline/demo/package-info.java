/** The one command: a broker, the packaged service and a feed of sample articles, with the result on the terminal. */
@NullMarked
package dev.dateline.demo;

import org.jspecify.annotations.NullMarked;
