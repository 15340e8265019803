package dev.dateline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing that arrives breaks a promise: no exception but the refusals, no stage past its deadline, every span as written,
 * every record as its schema, the same bytes twice. {@code -Dfuzz.inputs=1000000} makes it long ({@code mvn verify -Pfuzz}),
 * {@code -Dfuzz.seed=} another; {@code -Dfuzz.first=N -Dfuzz.inputs=1 -Dfuzz.attack=NAME} repeats one input of a seed.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20260301);
    private static final long INPUTS = Long.getLong("fuzz.inputs", 6_000);
    private static final long FIRST = Long.getLong("fuzz.first", 0);
    private static final String ONLY = System.getProperty("fuzz.attack", "");
    private static final Path TABLE = Path.of("target/fuzz.txt");

    private static Service service;

    @BeforeAll
    static void load() throws IOException {
        service = Service.withShippedModels();
        Files.deleteIfExists(TABLE);
    }

    @AfterAll
    static void tell() throws IOException {
        if (Files.exists(TABLE)) {
            System.out.println("Hostile input, seed " + SEED + ":\n" + Files.readString(TABLE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void breaksNoPromise(Attack attack) throws IOException {
        if (!ONLY.isEmpty() && !ONLY.equals(attack.name())) {
            return;
        }
        long inputs = ONLY.isEmpty() ? attack.of(INPUTS) : INPUTS;
        Campaign.Report report = new Campaign(attack, service, SEED).run(FIRST, inputs);

        Files.writeString(TABLE, report.row() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        report.findings().values().forEach(finding -> finding.cause().printStackTrace());
        assertThat(report.findings().entrySet().stream()
                        .map(each -> each.getKey() + ": -Dfuzz.attack=" + attack + " -Dfuzz.seed=" + SEED
                                + " -Dfuzz.first=" + each.getValue().input() + " -Dfuzz.inputs=1")
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }
}
