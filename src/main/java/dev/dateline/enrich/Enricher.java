package dev.dateline.enrich;

/**
 * One step of the enrichment. Called by many threads at once, so an implementation keeps no state per article. It should
 * watch {@link Thread#isInterrupted} in long loops: past its deadline the pipeline interrupts it and goes on without it.
 *
 * <p>This is also the extension point: an implementation with a public constructor without arguments, named in
 * {@code META-INF/services/dev.dateline.enrich.Enricher}, joins the list after the built-in ones.
 */
public interface Enricher {
    /** Who signs the findings: equal for equal models, since it is published with each of them. */
    Stage stage();

    /**
     * Looks at the article and at what earlier stages found.
     *
     * @return what is added; never what was there already
     * @throws RuntimeException if this article cannot be handled: it goes out without this stage's findings and says so
     */
    Findings enrich(Enrichment soFar);
}
