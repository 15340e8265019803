package dev.dateline.ops;

import dev.dateline.article.Article;
import dev.dateline.enrich.Incomplete;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Meters of the stages, and the log line of one that threw. */
@ApplicationScoped
public class StageMetrics implements Pipeline.Observer {
    private static final Logger LOG = Logger.getLogger(StageMetrics.class);
    private final MeterRegistry registry;
    /** Each article asks for one of every stage, and to look it up in the registry makes an identity first. */
    private final Map<Run, Timer> timers = new ConcurrentHashMap<>();

    private record Run(String stage, String result) {}

    public StageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ran(Stage stage, Duration took, Optional<Incomplete.Reason> skipped) {
        timers.computeIfAbsent(
                        new Run(
                                stage.name(),
                                skipped.map(Incomplete.Reason::code).orElse("ok")),
                        run -> Meters.STAGE_DURATION.timer(registry, "stage", run.stage(), "result", run.result()))
                .record(took);
    }

    @Override
    public void failed(Stage stage, Article article, @Nullable Throwable cause) {
        LOG.warnf(cause, "Stage failed, article goes on without it stage=%s uri=%s", stage.name(), article.uri());
    }
}
