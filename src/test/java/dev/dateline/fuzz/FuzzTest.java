package dev.dateline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
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

    /** Of a thousand inputs: many of what is cheap, since time is what there is least of. */
    private static final Map<Attack, Integer> SHARES = Map.ofEntries(
            Map.entry(Attack.DECODER, 230),
            Map.entry(Attack.CLOUD_EVENTS, 120),
            Map.entry(Attack.ENRICHED_DECODER, 150),
            Map.entry(Attack.HTML, 150),
            Map.entry(Attack.LANGUAGE, 30),
            Map.entry(Attack.SENTENCES, 90),
            Map.entry(Attack.AMOUNTS, 80),
            Map.entry(Attack.DATES, 80),
            Map.entry(Attack.QUOTES, 30),
            Map.entry(Attack.ENTITIES, 30),
            Map.entry(Attack.TOPICS, 5),
            Map.entry(Attack.WHOLE, 5));

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
        long inputs = ONLY.isEmpty() ? INPUTS * SHARES.getOrDefault(attack, 0) / 1_000 : INPUTS;
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
