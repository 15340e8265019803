package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.story.Recall;
import dev.dateline.story.StoryArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichedDecoderTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void readsBackWhatTheEncoderWrote() throws UnreadableException {
        byte[] record =
                Objects.requireNonNull(Enriched.records(Enriched.ARTICLE).get(0).value());

        StoryArticle article = EnrichedDecoder.whole(record, AT).article().orElseThrow();

        assertThat(article.text())
                .isEqualTo(Enriched.enriched(Enriched.ARTICLE).path("text").asText());
        assertThat(article.entities()).isNotEmpty();
        assertThat(article.topics()).isNotEmpty();
        assertThat(article.claims()).allSatisfy(claim -> {
            String text = article.text();
            assertThat(text.substring(
                            text.offsetByCodePoints(0, claim.span().start()),
                            text.offsetByCodePoints(0, claim.span().end())))
                    .isEqualTo(claim.span().exact());
            assertThat(claim.span().sentenceStart())
                    .isLessThanOrEqualTo(claim.span().start());
            assertThat(claim.span().sentenceEnd())
                    .isGreaterThanOrEqualTo(claim.span().end());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'detectedLanguage':{'tag':'pt-BR'},'language':'en'} | pt",
                "{'detectedLanguage':{'tag':'und'},'language':'en_GB'} | en",
                "{'language':'%%'} | und",
                "{} | und"
            })
    void theLanguageIsTheDetectedOneElseTheDeclared(String record, String language) throws UnreadableException {
        assertThat(head(record).language()).isEqualTo(language);
    }

    @Test
    void versionsCompareAsNumbersElseByDate() throws UnreadableException {
        assertThat(head("{'version':'10'}").version()).isEqualTo(OptionalLong.of(10));
        assertThat(head("{'version':'v2','versionCreated':'2026-03-01T08:00:00Z'}")
                        .version())
                .isEqualTo(OptionalLong.of(AT.toEpochMilli()));
        assertThat(head("{'version':'9999999999999999999'}").version()).isEmpty();
    }

    @Test
    void recallsSayWhy() throws UnreadableException {
        assertThat(head("{'pubStatus':'withheld'}").recalled()).contains(Recall.WITHHELD);
        assertThat(head("{'pubStatus':'canceled'}").recalled()).contains(Recall.CANCELED);
        assertThat(head("{'pubStatus':'usable'}").recalled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "7", "{\"text\":\"x\"} {", "\u0000"})
    void whatIsNoEnrichedArticleIsUnreadable(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EnrichedDecoder.whole(bytes, AT).article().orElseThrow())
                .isInstanceOf(UnreadableException.class);
    }

    private static EnrichedDecoder.Head head(String record) throws UnreadableException {
        return EnrichedDecoder.head(record.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
