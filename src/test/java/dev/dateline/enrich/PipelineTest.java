package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.article.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Article ARTICLE = Article.ofText("urn:a", "Ruiz spoke in Quito.");
    private static final Pipeline.Observer NOBODY = new Pipeline.Observer() {
        @Override
        public void ran(Stage stage, Duration took, Optional<Incomplete.Reason> skipped) {}

        @Override
        public void failed(Stage stage, Article article, @Nullable Throwable cause) {}
    };

    @Test
    void laterStagesSeeWhatEarlierOnesFound() throws Exception {
        Enricher first = enricher("first", soFar -> Findings.NONE.withAnnotations(List.of(mention(soFar, 0, 4))));
        Enricher second = enricher(
                "second",
                soFar -> Findings.NONE.withEntities(soFar.annotations().stream()
                        .map(each ->
                                new Entity("urn:e", "person", each.exact(), 1, List.of(each.id()), stage("second")))
                        .toList()));

        Enrichment enriched = pipeline(first, second).enrich(ARTICLE);

        assertThat(enriched.entities()).extracting(Entity::name).containsExactly("Ruiz");
        assertThat(enriched.incomplete()).isEmpty();
    }

    @Test
    void aStageThatThrowsCostsOnlyItsOwnFindings() throws Exception {
        Enricher broken = enricher("broken", soFar -> {
            throw new IllegalStateException("no");
        });
        Enricher sound = enricher("sound", soFar -> Findings.NONE.withAnnotations(List.of(mention(soFar, 14, 19))));

        Enrichment enriched = pipeline(broken, sound).enrich(ARTICLE);

        assertThat(enriched.annotations()).extracting(Annotation::exact).containsExactly("Quito");
        assertThat(enriched.incomplete()).containsExactly(new Incomplete("broken", Incomplete.Reason.FAILED));
    }

    @Test
    void aStageLeftOutUnderOverloadDoesNotRunAndIsNamed() throws Exception {
        Enricher costly = enricher("costly", soFar -> {
            throw new AssertionError("it ran");
        });
        Enricher cheap = enricher("cheap", soFar -> Findings.NONE.withAnnotations(List.of(mention(soFar, 14, 19))));

        Enrichment enriched = pipeline(costly, cheap).enrich(ARTICLE, Set.of("costly"));

        assertThat(enriched.annotations()).extracting(Annotation::exact).containsExactly("Quito");
        assertThat(enriched.incomplete()).containsExactly(new Incomplete("costly", Incomplete.Reason.OVERLOAD));
    }

    @Test
    void aStackOverflowIsAFailureLikeAnother() throws Exception {
        Enricher endless = enricher("endless", soFar -> {
            throw new StackOverflowError();
        });

        assertThat(pipeline(endless).enrich(ARTICLE).incomplete())
                .containsExactly(new Incomplete("endless", Incomplete.Reason.FAILED));
    }

    @Test
    void aStagePastItsDeadlineIsLeftBehindEvenIfItIgnoresTheInterrupt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Enricher deaf = enricher("deaf", soFar -> {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Findings.NONE;
        });
        Pipeline pipeline = new Pipeline(List.of(deaf), Duration.ofMillis(50), Set.of(), NOBODY);

        Enrichment enriched = pipeline.enrich(ARTICLE);

        assertThat(enriched.incomplete()).containsExactly(new Incomplete("deaf", Incomplete.Reason.DEADLINE));
        assertThat(pipeline.overdue()).isEqualTo(1);
        release.countDown();
        Awaitility.await().until(() -> pipeline.overdue() == 0);
    }

    @Test
    void theStagesAfterOneLeftBehindRunAllTheSameAndSeeWhatCameBefore() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Enricher first = enricher("first", soFar -> {
            threads.add(Thread.currentThread());
            return Findings.NONE.withAnnotations(List.of(mention(soFar, 0, 3)));
        });
        Enricher deaf = enricher("deaf", soFar -> {
            threads.add(Thread.currentThread());
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Findings.NONE.withAnnotations(List.of(mention(soFar, 1, 2)));
        });
        Enricher last = enricher("last", soFar -> {
            threads.add(Thread.currentThread());
            return Findings.NONE.withAnnotations(
                    List.of(mention(soFar, 0, 1 + soFar.annotations().size())));
        });
        Pipeline pipeline = new Pipeline(List.of(first, deaf, last), Duration.ofMillis(50), Set.of(), NOBODY);

        Enrichment enriched = pipeline.enrich(ARTICLE);
        release.countDown();
        Awaitility.await().until(() -> pipeline.overdue() == 0);

        assertThat(enriched.annotations()).extracting(Annotation::end).containsExactly(3, 2);
        assertThat(enriched.incomplete()).containsExactly(new Incomplete("deaf", Incomplete.Reason.DEADLINE));
        assertThat(threads.get(0)).isSameAs(threads.get(1)).isNotSameAs(threads.get(2));
    }

    /** Its trace is on that thread. */
    @Test
    void theObserverIsToldOnTheThreadThatAsked() throws Exception {
        List<Thread> told = new ArrayList<>();
        Pipeline.Observer observer = new Pipeline.Observer() {
            @Override
            public void ran(Stage stage, Duration took, Optional<Incomplete.Reason> skipped) {
                told.add(Thread.currentThread());
            }

            @Override
            public void failed(Stage stage, Article article, @Nullable Throwable cause) {
                told.add(Thread.currentThread());
            }
        };
        Enricher broken = enricher("broken", soFar -> {
            throw new IllegalStateException("on purpose");
        });

        new Pipeline(
                        List.of(enricher("fine", soFar -> Findings.NONE), broken),
                        Duration.ofSeconds(5),
                        Set.of(),
                        observer)
                .enrich(ARTICLE);

        assertThat(told).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void whoIsInterruptedInterruptsTheStageUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Pipeline pipeline = pipeline(enricher("patient", soFar -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
            return Findings.NONE;
        }));
        AtomicBoolean thrown = new AtomicBoolean();
        Thread asking = new Thread(() -> {
            try {
                pipeline.enrich(ARTICLE);
            } catch (InterruptedException expected) {
                thrown.set(true);
            } catch (RequiredStageException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });

        asking.start();
        begun.await();
        asking.interrupt();
        asking.join();

        assertThat(thrown).isTrue();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().until(() -> pipeline.overdue() == 0);
    }

    @Test
    void anAnnotationOfCharactersThatAreNotThereIsNotPublished() throws Exception {
        Enricher lying = enricher(
                "lying",
                soFar -> Findings.NONE.withAnnotations(
                        List.of(new Annotation("entity", 0, 4, "Rios", 1, stage("lying"), Map.of()))));

        Enrichment enriched = pipeline(lying).enrich(ARTICLE);

        assertThat(enriched.annotations()).isEmpty();
        assertThat(enriched.incomplete()).containsExactly(new Incomplete("lying", Incomplete.Reason.INVALID_FINDINGS));
    }

    @Test
    void withoutARequiredStageTheArticleDoesNotGoOut() {
        Enricher skipping = enricher("needed", soFar -> Findings.skipped(Incomplete.Reason.LANGUAGE_UNSUPPORTED));
        Pipeline pipeline = new Pipeline(List.of(skipping), Duration.ofSeconds(1), Set.of("needed"), NOBODY);

        assertThatThrownBy(() -> pipeline.enrich(ARTICLE))
                .isInstanceOf(RequiredStageException.class)
                .hasMessageContaining("needed")
                .hasMessageContaining("language-unsupported");
    }

    @Test
    void twoStagesOfOneNameAreRefused() {
        Enricher one = enricher("same", soFar -> Findings.NONE);

        assertThatThrownBy(() -> pipeline(one, one)).hasMessageContaining("same");
    }

    private static Pipeline pipeline(Enricher... enrichers) {
        return new Pipeline(List.of(enrichers), Duration.ofSeconds(5), Set.of(), NOBODY);
    }

    private static Annotation mention(Enrichment soFar, int start, int end) {
        return Annotation.of("entity", soFar.article().text(), start, end, 0.9, stage("test"), Map.of());
    }

    private static Stage stage(String name) {
        return new Stage(name, "test", "1");
    }

    private static Enricher enricher(String name, Function<Enrichment, Findings> finds) {
        return new Enricher() {
            @Override
            public Stage stage() {
                return PipelineTest.stage(name);
            }

            @Override
            public Findings enrich(Enrichment soFar) {
                return finds.apply(soFar);
            }
        };
    }
}
