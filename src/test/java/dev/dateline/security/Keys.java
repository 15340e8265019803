package dev.dateline.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Key stores of a broker and of a client, each trusting the other's certificate only, made with the JDK's keytool. */
final class Keys {
    static final String PASSWORD = "a-password-of-the-key-stores";

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    static Keys in(Path folder) {
        Keys keys = new Keys(folder);
        keys.pair("broker");
        keys.pair("keystore");
        keys.trust("broker", "truststore");
        keys.trust("keystore", "broker-trust");
        return keys;
    }

    /** Where the client's {@code keystore.p12} and {@code truststore.p12} are. */
    Path folder() {
        return folder;
    }

    /** For a listener of the broker. */
    Map<String, String> ofBroker(boolean clientMustHaveOne) {
        return Map.of(
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                folder.resolve("broker.p12").toString(),
                "ssl.keystore.password",
                PASSWORD,
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                folder.resolve("broker-trust.p12").toString(),
                "ssl.truststore.password",
                PASSWORD,
                "ssl.client.auth",
                clientMustHaveOne ? "required" : "none");
    }

    private void pair(String name) {
        run(
                name,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1");
        run(
                name,
                "-exportcert",
                "-alias",
                name,
                "-file",
                folder.resolve(name + ".cer").toString());
    }

    private void trust(String whom, String store) {
        run(
                store,
                "-importcert",
                "-alias",
                whom,
                "-noprompt",
                "-file",
                folder.resolve(whom + ".cer").toString());
    }

    private void run(String store, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore",
                folder.resolve(store + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
