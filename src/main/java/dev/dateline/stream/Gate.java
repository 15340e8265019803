package dev.dateline.stream;

/** Says before each batch whether a lane waits for now; called on its loop's thread. */
interface Gate {
    Gate OPEN = () -> false;

    boolean isShut() throws InterruptedException;
}
