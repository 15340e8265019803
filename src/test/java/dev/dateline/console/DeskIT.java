package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The page in a real browser. Its pictures stand in {@code target/desk}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskIT {
    /** It leaves none of the other tests' articles on the page. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final int PORT = 18_096;
    private static final String BASE = "http://localhost:" + PORT;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FAST = 2_000;
    private static final Path PICTURES = Path.of("target/desk");
    private static final String HOSTILE =
            "<img src=x onerror=\\\"document.title='owned'\\\"><script>document.title='owned'</script>";

    private static InJvmBroker broker;
    private static ServiceProcess service;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(DRIVER) && Files.isExecutable(BROWSER),
                "skipped: chromium and chromedriver are not on this machine");
        Files.createDirectories(PICTURES);
        broker = InJvmBroker.start();
        service = service().awaitReady();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser.manage().window().setSize(new Dimension(1400, 900));
        browser.get(BASE + "/");
        await("the feed is open", () -> text("link").equals("live"));
        post(
                "urn:desk:port",
                "Harbour of Porto reopens",
                "Mayor Ana Ruiz reopened the harbour of Porto on Tuesday. "
                        + "The finance minister of Portugal promised $50 million for the quay.");
        post("urn:desk:script", HOSTILE, "Oslo calls " + HOSTILE);
        post(
                "urn:desk:arabic",
                "افتتاح الجسر الجديد",
                "افتتح الوزير الجسر الجديد في القاهرة يوم الثلاثاء بحضور السكان.");
        post(
                "urn:desk:ferry-1",
                "Ferry Halden Star runs aground off Grebbestad",
                "The ferry Halden Star ran aground off Grebbestad in heavy fog on Monday night, the coast guard said. "
                        + "Twelve people were injured and 240 passengers were taken ashore by lifeboats. "
                        + "Captain Erik Lund told reporters: \\\"We saw the rocks far too late.\\\" "
                        + "The coast guard of Sweden closed the Grebbestad fairway.");
        post(
                "urn:desk:ferry-2",
                "Passengers of the Halden Star ashore after night in fog",
                "All 240 passengers of the ferry Halden Star, which ran aground off Grebbestad on Monday, are ashore. "
                        + "The coast guard said 19 people were injured when the ferry hit the rocks in fog. "
                        + "Captain Erik Lund is being questioned; the Grebbestad fairway stays closed.",
                "Coast Daily");
        await("all are shown", () -> count() == 5);
    }

    @BeforeEach
    void fresh() {
        browser.get("about:blank");
        browser.get(BASE + "/");
        await("the page has what is kept", () -> count() >= 5);
    }

    private static ServiceProcess service() {
        return ServiceProcess.start(
                "desk",
                PORT,
                Map.of(
                        "kafka.bootstrap.servers", broker.bootstrapServers(),
                        "dateline.topics.create", "true",
                        "dateline.topics.partitions", "1",
                        "dateline.console.ingest", "true",
                        "dateline.console.enrich", "true",
                        "dateline.console.enrich-for-anybody", "true",
                        "dateline.console.grafana", "http://localhost:3000/",
                        "quarkus.security.users.embedded.users.desk", "secret",
                        "quarkus.security.users.embedded.roles.desk", "publisher"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (service != null) {
            service.close();
            broker.close();
        }
    }

    @Test
    void showsAnArticleWithItsAnnotationsInPlace() throws IOException {
        open("Harbour of Porto");

        WebElement mayor = marked("Ana Ruiz");
        assertThat(mayor.getDomAttribute("data-kinds")).contains("person");
        mayor.click();
        assertThat(text("detail")).contains("urn:dateline:person:ana-ruiz", "confidence");
        assertThat(browser.getCurrentUrl()).endsWith("#/article/urn%3Adesk%3Aport");
        picture("article");
    }

    @Test
    void comesBackToALinkedArticle() {
        browser.get("about:blank");
        browser.get(BASE + "/#/article/urn%3Adesk%3Aport");

        await(
                "the linked article is open",
                () -> !browser.findElements(By.id("body")).isEmpty());
        assertThat(text("body")).startsWith("Harbour of Porto reopens");
        await("the list is there", () -> count() >= 5);
        assertThat(rows().stream().map(row -> row.findElement(By.tagName("a")).getDomAttribute("href")))
                .as("versions of an article apart, nothing is shown twice")
                .filteredOn(href -> !href.contains("port"))
                .doesNotHaveDuplicates();
    }

    @Test
    void findsByWord() {
        WebElement query = browser.findElement(By.id("query"));
        query.sendKeys("porto reopens");

        await(
                "only what fits is shown",
                () -> rows().stream().allMatch(row -> row.getText().contains("Porto reopens")));
        query.clear();
        query.sendKeys(" ");
        await("all are back", () -> count() >= 5);
        query.clear();
    }

    @Test
    void filtersByOutletEntityAndLanguage() {
        choose("outlet", "Coast Daily");
        await("one outlet", () -> count() == 1);
        choose("outlet", "");
        WebElement entity = browser.findElement(By.id("entity"));
        entity.sendKeys("erik lund");
        await("two articles name him", () -> count() == 2);
        entity.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        choose("language", "ar");
        await("one is in Arabic", () -> count() == 1);
        choose("language", "");
        await("all are back", () -> count() >= 5);
    }

    @Test
    void pausesAndGoesOn() throws IOException, InterruptedException {
        int before = count();
        browser.findElement(By.id("pause")).click();
        post("urn:desk:port", "Harbour of Porto reopens", "Mayor Ana Ruiz reopened the harbour of Porto on Tuesday.");
        await("it waits", () -> text("held").equals("1 waiting"));
        assertThat(count()).isEqualTo(before);
        browser.findElement(By.id("pause")).click();
        await("it is there", () -> count() == before + 1);
    }

    @Test
    void tellsAStory() throws IOException {
        browser.findElement(By.id("to-stories")).click();
        await(
                "the story is on the front page",
                () -> browser.findElements(By.cssSelector("#front li")).size() == 1);
        browser.findElement(By.cssSelector("#front a")).click();
        await("it is open", () -> text("shown").contains("Timeline by outlet"));

        assertThat(browser.findElements(By.cssSelector(".dot"))).hasSize(2);
        assertThat(text("shown")).contains("Halden Star", "2 articles", "2 outlets", "Coast Daily");
        await("the accounts differ", () -> text("shown").contains("Where the accounts differ"));
        assertThat(browser.findElements(By.cssSelector(".delta mark")).stream().map(WebElement::getText))
                .anyMatch(words -> words.contains("Twelve"))
                .anyMatch(words -> words.contains("19"));
        await("who is quoted is told", () -> text("shown").contains("Who is quoted"));
        assertThat(text("shown")).contains("Erik Lund");
        assertThat(serious()).isEmpty();
        picture("story");
    }

    /** Two hundred articles a second for ten seconds; the figures are printed, since another machine has others. */
    @Test
    @Order(LAST)
    void keepsUpWithAFastStream() throws InterruptedException {
        browser.executeScript("window.frames_ = []; let last = performance.now(); (function tick(now) {"
                + "window.frames_.push(now - last); last = now; requestAnimationFrame(tick); })(last);");
        try (KafkaProducer<byte[], byte[]> enriched = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long begun = System.nanoTime();
            for (int i = 0; i < FAST; i++) {
                String uri = "urn:desk:fast:" + i;
                enriched.send(new ProducerRecord<>(
                        "articles.enriched",
                        uri.getBytes(StandardCharsets.UTF_8),
                        ("{\"uri\":\"" + uri
                                        + "\",\"pubStatus\":\"usable\",\"language\":\"en\",\"text\":\"Fast bulletin "
                                        + i
                                        + " of the harbour office\",\"entities\":[],\"topics\":[],\"annotations\":[]}")
                                .getBytes(StandardCharsets.UTF_8)));
                LockSupport.parkNanos(begun + (i + 1) * 5_000_000L - System.nanoTime());
            }
        }
        WebElement query = browser.findElement(By.id("query"));
        query.sendKeys("fast bulletin");
        await("all are in the list", () -> count() == FAST);
        assertThat(rows()).as("only what is in sight exists").hasSizeLessThan(40);
        System.out.println("200 articles/s, frame times in ms: "
                + browser.executeScript("const all = window.frames_.sort((a, b) => a - b);"
                        + "return `${all.length} frames, median ${all[all.length >> 1].toFixed(1)}, p99 `"
                        + "+ `${all[Math.floor(all.length * .99)].toFixed(1)}, longest ${all.at(-1).toFixed(1)}`;")
                + "; first paint of the page: "
                + browser.executeScript("return performance.getEntriesByType('paint')"
                        + ".map(each => `${each.name} ${each.startTime.toFixed(0)} ms`).join(', ');"));
    }

    @Test
    void comesBackAfterARestartWithoutLossOrRepetition() throws IOException, InterruptedException {
        int before = count();
        service.kill();
        await("the page has noticed", () -> text("link").equals("reconnecting"));
        service = service().awaitReady();
        await("the feed is open", () -> text("link").equals("live"));
        post("urn:desk:after", "Lighthouse lit again", "The lighthouse of Halden was lit again on Friday.");

        await(
                "the new one is shown",
                () -> rows().stream().anyMatch(row -> row.getText().contains("Lighthouse lit")));
        assertThat(count()).isEqualTo(before + 1);
        browser.navigate().refresh();
        await("a fresh page has all of them", () -> count() == before + 1);
    }

    @Test
    void neverTakesWordsForMarkup() {
        open("onerror");

        assertThat(text("body")).contains("<script>document.title");
        assertThat(browser.getTitle()).isEqualTo("Dateline: live desk");
        assertThat(browser.findElements(By.cssSelector("main img, main script")))
                .isEmpty();
    }

    /** Records as only a broken or hostile producer would write them, past the decoder, with an attack in every field. */
    @ParameterizedTest
    @Order(LAST - 1)
    @ValueSource(
            strings = {
                "<img src=x onerror=window.owned=1>",
                "</script><script>window.owned=1</script>",
                "\" autofocus onfocus=\"window.owned=1",
                "javascript:window.owned=1",
                "<svg/onload=window.owned=1>",
                "${window.owned=1}{{window.owned=1}}",
                "\u202e<b>\u0000\ud83d\ude00",
                "<iframe srcdoc='<script>parent.owned=1</script>'>"
            })
    void staysInertWhateverARecordHolds(String attack) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String text = "Attack on the quay " + attack + " by night.";
        ObjectNode record = json.createObjectNode()
                .put("uri", attack)
                .put("pubStatus", "usable")
                .put("language", attack)
                .put("version", attack)
                .put("versionCreated", "2026-03-01T10:00:00Z")
                .put("text", text);
        record.putObject("detectedLanguage").put("tag", attack);
        record.putArray("infoSources").addObject().put("name", attack);
        record.putArray("sentences");
        record.putArray("textParts");
        record.putArray("incomplete").addObject().put("stage", attack).put("reason", attack);
        record.putArray("topics")
                .addObject()
                .put("code", attack)
                .put("label", attack)
                .put("score", 1);
        ObjectNode entity = record.putArray("entities").addObject();
        entity.put("id", attack).put("type", "location").put("name", attack).put("salience", 1);
        entity.putArray("links")
                .addObject()
                .put("scheme", attack)
                .put("id", attack)
                .put("uri", attack);
        ObjectNode annotation = record.putArray("annotations").addObject();
        annotation.put("id", attack).put("kind", "entity").put("type", attack).put("entity", attack);
        annotation.put("start", 0).put("end", 6).put("exact", "Attack").put("confidence", 1);
        annotation.putObject("by").put("stage", attack).put("model", attack).put("version", attack);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    "articles.enriched", attack.getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(record)));
        }
        await(
                "it is in the list",
                () -> rows().stream().anyMatch(row -> row.getText().contains("Attack on the quay")));
        rows().stream()
                .filter(row -> row.getText().contains("Attack on the quay"))
                .findFirst()
                .orElseThrow()
                .findElement(By.tagName("a"))
                .click();
        await("it is open", () -> body().contains("Attack on the quay"));
        browser.findElement(By.cssSelector("#body [data-kinds]")).click();
        browser.findElement(By.id("to-stories")).click();

        assertThat(browser.executeScript("return window.owned")).isNull();
        assertThat(browser.getTitle()).isEqualTo("Dateline: live desk");
        assertThat(browser.findElements(
                        By.cssSelector("main img, main script, main iframe, main svg, [onfocus], [onload],"
                                + "[onerror], [href^='javascript:']")))
                .isEmpty();
    }

    @Test
    void enrichesATextOfOnesOwn() {
        WebElement text = browser.findElement(By.id("text"));
        text.clear();
        text.sendKeys("Chancellor Angela Merkel met President Emmanuel Macron in Paris to talk about the budget.");
        browser.findElement(By.cssSelector("#try button")).click();

        await("the result is shown", () -> body().startsWith("Chancellor Angela"));
        assertThat(marked("Emmanuel Macron").getDomAttribute("data-kinds")).contains("person");
    }

    @Test
    void tellsWhyATextCannotBeEnriched() {
        WebElement text = browser.findElement(By.id("text"));
        text.clear();
        text.sendKeys("{\"uri\": ");
        browser.findElement(By.cssSelector("#try button")).click();

        await("the reason is told", () -> text("answer").startsWith("NOT_JSON"));
    }

    @Test
    void isUsableByKeyboardAndScreenReader() throws IOException {
        open("Harbour of Porto");
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            assertThat(serious()).as(scheme).isEmpty();
            picture(scheme);
        }
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Test
    void fitsAPhone() throws IOException {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));

        assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        picture("phone");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static void open(String headline) {
        rows().stream()
                .filter(row -> row.getText().contains(headline))
                .findFirst()
                .orElseThrow()
                .findElement(By.tagName("a"))
                .click();
        await("it is open", () -> body().contains(headline.equals("onerror") ? "<script>" : headline));
    }

    private static List<WebElement> rows() {
        return browser.findElements(By.cssSelector("#articles .row"));
    }

    /** Articles in the list; only those in sight have a row. */
    private static int count() {
        List<WebElement> rows = rows();
        String size = rows.isEmpty() ? null : rows.get(0).getDomAttribute("aria-setsize");
        return size == null ? 0 : Integer.parseInt(size);
    }

    private static WebElement marked(String words) {
        return browser.findElements(By.cssSelector("#body [data-kinds]")).stream()
                .filter(mark -> mark.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static String body() {
        return browser.findElements(By.id("body")).stream()
                .map(WebElement::getText)
                .findFirst()
                .orElse("");
    }

    /** What axe-core finds serious on the page as it is. */
    private static List<?> serious() throws IOException {
        try (InputStream script = DeskIT.class.getResourceAsStream("/axe.min.js")) {
            browser.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) Objects.requireNonNull(
                browser.executeAsyncScript("const done = arguments[0]; axe.run().then(found => done("
                        + "found.violations.filter(each => ['serious', 'critical'].includes(each.impact))"
                        + ".map(each => each.id + ' ' + each.nodes.map(node => node.html).join(' '))))"));
    }

    private static void choose(String select, String value) {
        browser.executeScript(
                "const select = document.getElementById(arguments[0]); select.value = arguments[1];"
                        + "select.dispatchEvent(new Event('input'));",
                select,
                value);
    }

    private static String text(String id) {
        return browser.findElement(By.id(id)).getText();
    }

    private static void await(String what, java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await(what)
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .atMost(SOON)
                .until(holds);
    }

    private static void picture(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private static void post(String uri, String headline, String body) throws IOException, InterruptedException {
        post(uri, headline, body, "The Harbour");
    }

    private static void post(String uri, String headline, String body, String outlet)
            throws IOException, InterruptedException {
        String article = "{\"uri\": \"" + uri + "\", \"outlet\": \"" + outlet + "\", \"headline\": \"" + headline
                + "\", \"contentType\": \"text/plain\", \"body\": \"" + body + "\"}";
        String credentials = Base64.getEncoder().encodeToString("desk:secret".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(BASE + "/api/articles"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + credentials)
                                .POST(HttpRequest.BodyPublishers.ofString(article))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
