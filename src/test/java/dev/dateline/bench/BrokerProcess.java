package dev.dateline.bench;

import dev.dateline.broker.Directory;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** A broker in a JVM of its own, so that its processor time and memory are not those of what is measured. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Directory data;
    private final int port;

    private BrokerProcess(Process process, Directory data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static BrokerProcess start(String cpus) {
        Directory data = Directory.temporary();
        int port = FreePorts.any();
        List<String> command = new ArrayList<>(Rig.pinned(cpus));
        command.add(Rig.java());
        command.add("-Xmx768m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BrokerProcess.class.getName());
        command.add(data.path().toString());
        command.add(String.valueOf(port));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", "bench-broker.log").toFile()))
                    .start();
            return new BrokerProcess(process, data, port).awaited();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BrokerProcess awaited() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS);
                return this;
            } catch (ExecutionException | TimeoutException | KafkaException notYet) {
                // It is still starting.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new IllegalStateException("no broker, see target/bench-broker.log");
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        data.release();
    }

    /** Runs until the process that started it has ended or kills it. */
    public static void main(String[] args) throws IOException {
        InJvmBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
        while (System.in.read() >= 0) {
            // Nothing is written to us: the end of the stream is the end of the other.
        }
        Runtime.getRuntime().halt(0);
    }
}
