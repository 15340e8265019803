package dev.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dateline.article.Article;
import dev.dateline.enrich.Enrichment;
import dev.dateline.enrich.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageEnricherTest {
    private static final LanguageEnricher LANGUAGE = new LanguageEnricher();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The harbour board approved the new ferry terminal after two years of argument.",
                "de | Der Stadtrat hat nach zwei Jahren Streit das neue Fährterminal genehmigt.",
                "fr | Le conseil du port a approuvé le nouveau terminal après deux ans de disputes.",
                "es | La junta del puerto aprobó la nueva terminal tras dos años de discusiones.",
                "pt | A administração do porto aprovou o novo terminal depois de dois anos de discussão.",
                "it | Il consiglio del porto ha approvato il nuovo terminal dopo due anni di dispute.",
                "nl | Het havenbestuur heeft de nieuwe veerterminal na twee jaar ruzie goedgekeurd.",
                "sv | Hamnstyrelsen godkände den nya färjeterminalen efter två års gräl.",
                "pl | Zarząd portu zatwierdził nowy terminal promowy po dwóch latach sporów.",
                "tr | Liman idaresi iki yıl süren tartışmadan sonra yeni feribot terminalini onayladı.",
                "ru | Управление порта одобрило новый паромный терминал после двух лет споров.",
                "uk | Адміністрація порту схвалила новий поромний термінал після двох років суперечок.",
                "el | Το συμβούλιο του λιμανιού ενέκρινε τον νέο σταθμό μετά από δύο χρόνια.",
                "ar | وافق مجلس الميناء على المحطة الجديدة بعد عامين من الجدل.",
                "fa | هیئت مدیره بندر پس از دو سال بحث پایانه جدید را تصویب کرد.",
                "he | מועצת הנמל אישרה את המסוף החדש אחרי שנתיים של ויכוחים.",
                "hi | बंदरगाह बोर्ड ने दो साल की बहस के बाद नए टर्मिनल को मंज़ूरी दी।",
                "zh | 港务局经过两年争论后批准了新的渡轮码头。",
                "ja | 港湾局は二年にわたる議論の末、新しいターミナルを承認した。",
                "ko | 항만청은 2년간의 논쟁 끝에 새 여객 터미널을 승인했다.",
            })
    void tellsTheLanguageOfASentence(String tag, String sentence) {
        assertThat(LANGUAGE.detect(sentence).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Minister quits over leaked letter",
                "de | Minister tritt nach Brief zurück",
                "es | Dimite el ministro por la carta",
                "ru | Министр ушёл в отставку",
                "zh | 部长因泄密信辞职",
                "ja | 大臣、書簡流出で辞任",
                "ko | 장관, 편지 유출로 사임",
            })
    void tellsTheLanguageOfAHeadline(String tag, String headline) {
        assertThat(LANGUAGE.detect(headline).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\n ",
                "12,345.67 / 89 %",
                "OK",
                "+++ 1:0 +++",
                "😀😀😀😀😀😀😀😀😀😀😀😀",
                "\uD800\uDC00\uD800"
            })
    void doesNotGuessWhereThereAreTooFewLetters(String text) {
        assertThat(LANGUAGE.detect(text).tag()).isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void aTextInALanguageNobodyConfiguredIsUndetermined() {
        String icelandic = "Hafnarstjórnin samþykkti nýju ferjuhöfnina eftir tveggja ára deilur um kostnaðinn.";

        assertThat(LANGUAGE.detect(icelandic).tag()).isEqualTo(Language.UNDETERMINED);
        assertThat(new LanguageEnricher(Set.of("is", "en")).detect(icelandic).tag())
                .isEqualTo("is");
    }

    @Test
    void namesInAnotherScriptDoNotChangeTheLanguage() {
        String text =
                "The mayor of Kyiv (Київ) met the head of the port of Odesa (Одеса) on Monday to talk about grain.";

        assertThat(LANGUAGE.detect(text).tag()).isEqualTo("en");
    }

    @Test
    void halfAndHalfIsLessSureThanWhole() {
        String english = "The harbour board approved the new ferry terminal.";
        String russian = "Управление порта одобрило новый паромный терминал.";

        assertThat(LANGUAGE.detect(english + " " + russian).confidence())
                .isLessThan(0.7)
                .isLessThan(LANGUAGE.detect(english).confidence());
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        List<String> texts = List.of(
                "The harbour board approved the new ferry terminal after two years of argument.",
                "Der Stadtrat hat nach zwei Jahren Streit das neue Fährterminal genehmigt.",
                "Le conseil du port a approuvé le nouveau terminal après deux ans de disputes.");
        List<Language> alone = texts.stream().map(LANGUAGE::detect).toList();

        List<Language> together = IntStream.range(0, 600)
                .parallel()
                .mapToObj(i -> LANGUAGE.detect(texts.get(i % 3)))
                .toList();

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % 3));
        }
    }

    @Test
    void refusesALanguageTheModelDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LanguageEnricher(Set.of("en", "tlh")))
                .withMessageContaining("[tlh]");
    }

    @Test
    void signsWhatItFinds() {
        Article article = Article.ofText("urn:a", "The harbour board approved the new ferry terminal.");

        Language found = LANGUAGE.enrich(Enrichment.of(article)).language().orElseThrow();

        assertThat(found.by()).isEqualTo(LANGUAGE.stage());
        assertThat(found.tag()).isEqualTo("en");
    }
}
