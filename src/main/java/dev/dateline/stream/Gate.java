package dev.dateline.stream;

/** Says how many more articles a lane may take before it asks again; called on its loop's thread. */
interface Gate {
    Gate OPEN = () -> Integer.MAX_VALUE;

    /** 0 for none for now. */
    int admits() throws InterruptedException;
}
