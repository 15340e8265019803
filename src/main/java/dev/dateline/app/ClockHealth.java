package dev.dateline.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/** Dead for good once the machine's clock was set back: only a restart gives all Kafka clients the right time. */
@ApplicationScoped
class ClockHealth {
    private static final Logger LOG = Logger.getLogger(ClockHealth.class);
    private static final String TROUBLE = "CLOCK_SET_BACK";

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "dateline-clock");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean setBack;

    void start(@Observes StartupEvent event) {
        WallClock clock = new WallClock(System::currentTimeMillis, System::nanoTime);
        looks.scheduleWithFixedDelay(() -> look(clock), 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    private void look(WallClock clock) {
        Duration back = clock.setBack();
        if (!setBack && !back.isZero()) {
            LOG.errorf("%s by=%s: the Kafka clients stand still until it has caught up; restart", TROUBLE, back);
            setBack = true;
        }
    }

    @Produces
    @Liveness
    HealthCheck clockLive() {
        return () -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named("clock");
            return setBack
                    ? response.withData("trouble", TROUBLE).down().build()
                    : response.up().build();
        };
    }
}
