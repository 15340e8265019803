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

    /** Enrich articles at {@code POST /api/enrich}, for users with the role {@code publisher}. */
    @WithDefault("false")
    boolean enrich();

    /** Enrich them for anybody who reaches the port, unknown as they are: for a demo, or behind a door of your own. */
    @WithDefault("false")
    boolean enrichForAnybody();

    /** Requests a second that one address may make, twice as many at once; 0: as many as it likes. */
    @WithDefault("100")
    @Min(0)
    @Max(1_000_000)
    int requestsPerSecond();

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
