/** The service under faults: rigs that break things, a feeder that notes what it sent, and a verifier of its own. */
@NullMarked
package dev.dateline.faults;

import org.jspecify.annotations.NullMarked;
