package dev.dateline.stream;

/** Says whether a lane takes nothing for now; called on its loop's thread. */
interface Gate {
    Gate OPEN = () -> false;

    boolean isShut() throws InterruptedException;
}
