package dev.dateline.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The form of the log. */
@ConfigMapping(prefix = "dateline.log")
public interface LogConfig {
    /** One JSON object a line instead of text. */
    @WithDefault("false")
    boolean json();
}
