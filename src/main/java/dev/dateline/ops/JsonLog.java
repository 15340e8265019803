package dev.dateline.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.formatters.JsonFormatter;

/** One JSON object a line on standard output, when {@code dateline.log.json} is on. */
@ApplicationScoped
class JsonLog {
    private final LogConfig config;

    JsonLog(LogConfig config) {
        this.config = config;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (config.json()) {
            use(LogManager.getLogManager().getLogger("").getHandlers());
        }
    }

    /** Quarkus wraps the console's handler in another, so the formatter goes to the innermost. */
    private static void use(Handler[] handlers) {
        for (Handler handler : handlers) {
            handler.setFormatter(new JsonFormatter());
            if (handler instanceof ExtHandler wrapping) {
                use(wrapping.getHandlers());
            }
        }
    }
}
