package dev.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenNLP's own evaluation is the reference, normalisers and their slips included. */
class CharacterGramsTest {
    private static CharacterGrams ours;
    private static LanguageDetector reference;

    @BeforeAll
    static void readModel() throws IOException {
        try (InputStream file = CharacterGramsTest.class.getResourceAsStream("/langdetect-183.bin")) {
            LanguageDetectorModel model = new LanguageDetectorModel(file);
            ours = new CharacterGrams(model);
            reference = new LanguageDetectorME(model);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "The box-office take rose 3,500 % in 2025-26, e.g. in the U.K.;\n\n a well-known x-ray expert said.",
                "See https://example.org/a-b?c=1 or write to desk-night@example.org, RT @desk: #news haha hahaha :-) ;p",
                "RT RT:rt that was baaaaad…   soooo bad!!!\t\t\nStart rt airport rt: court",
                "Ein Fährterminal für 1.200 Menschen – „schön“, sagte Öztürk. ÇİĞ KÖFTE",
                "Port 🚢🚢 opens \uE000 \uFFFD \uD800 \uDC00 ﬁne 𝒳 ok",
                "Управление порта одобрило новый паромный терминал после двух лет споров.",
                "港務局は二年にわたる議論の末、新しいターミナルを承認した。",
                "وافق مجلس الميناء على المحطة الجديدة بعد عامين من الجدل.",
            })
    void theProbabilitiesAreThoseOfTheReference(String text) {
        double[] probabilities = ours.probabilities(text);

        for (Language expected : reference.predictLanguages(text.toLowerCase(Locale.ROOT))) {
            int number = List.of(ours.languages()).indexOf(expected.getLang());
            assertThat(probabilities[number]).as(expected.getLang()).isCloseTo(expected.getConfidence(), within(1e-12));
        }
    }
}
