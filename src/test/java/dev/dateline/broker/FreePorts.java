package dev.dateline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody listens on at the moment of asking. */
public final class FreePorts {
    private FreePorts() {}

    public static int any() {
        return open(0);
    }

    /** The wished port when it is free, any other when it is taken. */
    public static int preferring(int wished) {
        try {
            return open(wished);
        } catch (UncheckedIOException taken) {
            return any();
        }
    }

    private static int open(int port) {
        // The wildcard address, since a server elsewhere on this machine may hold only that one.
        try (ServerSocket socket = new ServerSocket(port, 1, (InetAddress) null)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no port " + port, failure);
        }
    }
}
