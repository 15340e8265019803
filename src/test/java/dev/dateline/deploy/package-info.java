/** Holds manifests, rules, dashboards and runbooks to what the code says. */
@NullMarked
package dev.dateline.deploy;

import org.jspecify.annotations.NullMarked;
