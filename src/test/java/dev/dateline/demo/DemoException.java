package dev.dateline.demo;

/** The demo cannot go on; the message is for the person at the terminal. */
final class DemoException extends RuntimeException {
    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
