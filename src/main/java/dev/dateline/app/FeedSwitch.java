package dev.dateline.app;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Closes the channel of the live feed where nobody can listen to it: a process without the role {@code console} would
 * read every enriched article for nothing. The channels' own configuration knows no condition.
 */
public final class FeedSwitch implements ConfigSourceInterceptor {
    private static final String FEED_ENABLED = "mp.messaging.incoming.feed.enabled";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue given = context.proceed(name);
        if (given == null || !name.equals(FEED_ENABLED)) {
            return given;
        }
        ConfigValue roles = context.proceed("dateline.roles");
        boolean closed = roles != null
                && roles.getValue() != null
                && !roles.getValue().toUpperCase(Locale.ROOT).contains(Role.CONSOLE.name());
        return closed ? given.withValue("false") : given;
    }
}
