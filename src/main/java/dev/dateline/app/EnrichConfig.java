package dev.dateline.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;

/** What is found in an article, and how long that may take. */
@ConfigMapping(prefix = "dateline.enrich")
public interface EnrichConfig {
    /** Stages to leave out, by name. */
    Optional<Set<String>> without();

    /** Stages without which an article is dead-lettered instead of published incomplete. */
    Optional<Set<String>> required();

    /** Time each stage has for one article; past it the article goes out without that stage's findings. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration stageDeadline();

    /** Stages to leave out under overload, the first one first. Default: none ever is. */
    Optional<List<String>> ladder();

    /** Live articles that wait longer than this, with more behind them, mean overload. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    Duration ladderAfter();

    /** Languages to tell apart, as BCP 47 tags. Fewer make fewer mistakes. */
    @WithDefault(
            "ar,bg,bn,cs,da,de,el,en,es,fa,fi,fr,he,hi,hr,hu,id,it,ja,ko,nb,nl,pl,pt,ro,ru,sr,sv,th,tr,uk,ur,vi,zh")
    Set<String> languages();

    /** Tokens of an article that the topics' encoder reads: its cost grows with them, its hits hardly do. */
    @WithDefault("48")
    @Min(16)
    @Max(512)
    int encoderTokens();

    /**
     * Folder of an encoder of your own for the topics: {@code model.onnx}, {@code tokenizer.json} or {@code vocab.txt},
     * {@code encoder.properties}, and {@code topics.bin} as written by {@code tool train topics --encoder}.
     */
    Optional<Path> encoder();

    /**
     * Taxonomies of your own by the name of their scheme, each a tab-separated file of codes, labels and example texts.
     * Read again whenever a file changes; a bad one is refused at start, later the last good one stays.
     */
    Map<String, Path> taxonomies();

    /** How often to look whether one of them has changed. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    Duration taxonomiesCheck();

    /** Whether the encoder's vector is published with each article. */
    @WithDefault("false")
    boolean publishVector();

    /** Model of the entity tagger, as written by {@code tool train entities}; left out, the one in the jar. */
    Optional<Path> entityModel();

    /** How often the entity tagger reads an article: the second reading knows what it took each word for elsewhere. */
    @WithDefault("2")
    @Min(1)
    @Max(2)
    int entityPasses();

    /**
     * Sentences in which the entity tagger has more doubt of a word, after two readings, are shown to the sentence encoder:
     * 0 for all, 1 for none.
     */
    @WithDefault("0.45")
    @DecimalMin("0")
    @DecimalMax("1")
    double entityDoubt();

    /**
     * Knowledge base of your own, tab-separated or JSON lines, gzipped or not: its entries come before the shipped ones.
     * Read again whenever the file changes; a bad one is refused at start, later the last good one stays.
     */
    Optional<Path> knowledgeBase();

    /** How often to look whether the knowledge base has changed. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    Duration knowledgeBaseCheck();

    /** Folder with jars of enrichers of your own. */
    Optional<Path> extensions();
}
