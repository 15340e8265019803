package dev.dateline.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The HTTP side. */
@ConfigMapping(prefix = "dateline.console")
public interface ConsoleConfig {
    /** Take articles at {@code POST /api/articles}, from users with the role {@code publisher}. */
    @WithDefault("false")
    boolean ingest();

    /** Events kept for clients of the feed that come back after a broken connection. */
    @WithDefault("1000")
    @Min(0)
    @Max(100_000)
    int feedReplay();
}
