package dev.dateline.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;

/** What this process does. */
@ConfigMapping(prefix = "dateline")
public interface RolesConfig {
    /** Roles of this process: enrich, stories, console. */
    @WithDefault("enrich,stories,console")
    @NotEmpty
    Set<Role> roles();
}
