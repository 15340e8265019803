package dev.dateline.faults;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * Stands between the service and its brokers, and breaks the connection as told: delays, black holes, resets, and traps
 * that spring at one kind of request. It reads the frames of Kafka's protocol as far as their length and kind.
 */
final class Proxy implements Closeable {
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private Optional<Trap> trap = Optional.empty();
    private volatile boolean blackHole;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean closed;

    /** Springs once. */
    private record Trap(ApiKeys request, boolean after, Runnable springs) {}

    /** Takes connections on one port to the other. */
    void forward(int from, int to) {
        try {
            ServerSocket server = new ServerSocket(from, 100, InetAddress.getLoopbackAddress());
            open.add(server);
            thread(() -> {
                while (!closed) {
                    connect(server.accept(), to);
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** From now on nothing passes, and nobody is told so. */
    void blackHole() {
        blackHole = true;
    }

    /** All passes again; what was held back is lost with its connection. */
    void heal() {
        blackHole = false;
        delay = Duration.ZERO;
    }

    /** From now on every request and every piece of an answer waits. */
    void delay(Duration each) {
        delay = each;
    }

    /** Closes all connections; new ones are taken. */
    void reset() {
        open.stream().filter(Socket.class::isInstance).forEach(Proxy::shut);
    }

    /** The next such request is not passed on: the trap springs instead, and its connection is cut. */
    synchronized void before(ApiKeys request, Runnable springs) {
        trap = Optional.of(new Trap(request, false, springs));
    }

    /** The next such request reaches the broker, its answer nobody: the trap springs, and the connection is cut. */
    synchronized void after(ApiKeys request, Runnable springs) {
        trap = Optional.of(new Trap(request, true, springs));
    }

    /** The trap that such a request springs, once. */
    private synchronized Optional<Trap> sprung(short request) {
        Optional<Trap> sprung = trap.filter(set -> set.request().id == request);
        if (sprung.isPresent()) {
            trap = Optional.empty();
        }
        return sprung;
    }

    private void connect(Socket client, int to) {
        try {
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), to);
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            open.add(client);
            open.add(broker);
            Connection connection = new Connection(client, broker);
            thread(connection::requests);
            thread(connection::answers);
        } catch (IOException brokerIsDown) {
            shut(client);
        }
    }

    private static void thread(Pump pump) {
        Thread thread = new Thread(
                () -> {
                    try {
                        pump.run();
                    } catch (IOException over) {
                        // Either side has hung up.
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Pump {
        void run() throws IOException;
    }

    private static void shut(Closeable each) {
        try {
            each.close();
        } catch (IOException already) {
            // It is.
        }
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Proxy::shut);
    }

    private final class Connection {
        private final Socket client;
        private final Socket broker;
        private volatile boolean mute;

        Connection(Socket client, Socket broker) {
            this.client = client;
            this.broker = broker;
        }

        void requests() throws IOException {
            try (client;
                    broker) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(broker.getOutputStream());
                while (!closed) {
                    byte[] frame = new byte[in.readInt()];
                    in.readFully(frame);
                    hold();
                    short kind = ByteBuffer.wrap(frame).getShort();
                    Optional<Trap> sprung = sprung(kind);
                    if (sprung.isPresent()) {
                        mute = true;
                        if (sprung.get().after()) {
                            send(out, frame);
                            // Long enough for the broker to act on it: the connection is cut with it.
                            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                        }
                        sprung.get().springs().run();
                        return;
                    }
                    send(out, frame);
                }
            } finally {
                open.remove(client);
                open.remove(broker);
            }
        }

        private void send(DataOutputStream out, byte[] frame) throws IOException {
            out.writeInt(frame.length);
            out.write(frame);
            out.flush();
        }

        void answers() throws IOException {
            try (client;
                    broker) {
                InputStream in = broker.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] piece = new byte[64 * 1024];
                for (int length = in.read(piece); length >= 0 && !closed; length = in.read(piece)) {
                    hold();
                    if (!mute) {
                        out.write(piece, 0, length);
                        out.flush();
                    }
                }
            }
        }

        private void hold() throws IOException {
            LockSupport.parkNanos(delay.toNanos());
            if (blackHole) {
                while (blackHole && !closed) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                throw new IOException("held back for too long");
            }
        }
    }
}
