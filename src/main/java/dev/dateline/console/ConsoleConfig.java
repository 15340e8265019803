package dev.dateline.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The HTTP side. */
@ConfigMapping(prefix = "dateline.console")
public interface ConsoleConfig {
    /** Take articles at {@code POST /api/articles}, from users with the role {@code publisher}. */
    @WithDefault("false")
    boolean ingest();

    /** Enrich articles at {@code POST /api/enrich}, for anybody who reaches the port. */
    @WithDefault("false")
    boolean enrich();

    /** Address of Grafana, for the page's link to it. */
    Optional<@Pattern(regexp = "https?://\\S+") String> grafana();

    /** Where a process without the role stories asks for them: host and port of one, or of a service before several. */
    Optional<String> storiesAt();

    /** Events kept for clients of the feed that come back after a broken connection. */
    @WithDefault("1000")
    @Min(0)
    @Max(100_000)
    int feedReplay();
}
