package dev.dateline.fuzz;

import java.util.Locale;

/**
 * What Jazzer calls: {@code mvn verify -Pfuzz} does, for each attack in turn. Jazzer's bytes are the generator's choices, so
 * that what it learns from one input it can use in the next. The attack is named by {@code -Dfuzz.attack=}.
 */
public final class CoverageGuided {
    private static final int MOST = 300;
    private static final Service SERVICE = Service.withShippedModels();
    private static final Attack ATTACK =
            Attack.valueOf(System.getProperty("fuzz.attack", "DECODER").toUpperCase(Locale.ROOT));

    private CoverageGuided() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ATTACK.strike(Draw.from(bytes), MOST, SERVICE);
    }
}
