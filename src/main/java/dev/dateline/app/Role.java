package dev.dateline.app;

/** What a process does. By default it does all; on Kubernetes each role is a deployment of its own. */
public enum Role {
    /** Reads articles, writes enriched ones. */
    ENRICH,
    /** Groups enriched articles into stories. */
    STORIES,
    /** Takes articles over HTTP and serves the live feed. */
    CONSOLE
}
