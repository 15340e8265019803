package dev.dateline.stream.stories;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How articles are grouped into stories, and where the state is kept. */
@ConfigMapping(prefix = "dateline.stories")
public interface StoriesConfig {
    /** Application id of Kafka Streams: consumer group, transactional ids, and stem of the internal topics. */
    @WithDefault("dateline-stories")
    @NotBlank
    String group();

    /** How long after an article another one may join its story or be its duplicate. */
    @WithDefault("7d")
    @DurationMin(minutes = 1)
    Duration window();

    /** Threads; more than there are languages find nothing to do. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int threads();

    /** Partitions of the articles sorted by language. They cannot be changed while there is state. */
    @WithDefault("6")
    @Min(1)
    @Max(1_000)
    int partitions();

    /** How the languages are spread over the partitions. It cannot be changed while there is state. */
    @WithDefault("volume")
    LanguageSpread spread();

    /** Instances beside the active one that keep a copy of the state, to take over at once. */
    @WithDefault("0")
    @Min(0)
    @Max(10)
    int standbyReplicas();

    /** Folder of the state. Lost, it is read again from Kafka. Default: one for the HTTP port under the system's temporary one. */
    Optional<String> stateDir();

    /** Room that must be left on the disk of the state; with less the process is not ready, and does not start its stories. */
    @WithDefault("64M")
    MemorySize stateMinFree();

    /** How often results are committed, and so how late they become visible. */
    @WithDefault("50ms")
    Duration commitInterval();

    /** Host and port at which other instances reach this one's HTTP side. Default: localhost and the HTTP port. */
    Optional<@Pattern(regexp = "[^:/]+:[0-9]{1,5}") String> advertised();

    /** Settings of Kafka Streams, over those under {@code kafka.*} and the defaults of the role. */
    Map<String, String> streams();
}
