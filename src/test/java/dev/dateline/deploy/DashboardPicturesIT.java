package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.broker.FreePorts;
import dev.dateline.broker.InJvmBroker;
import dev.dateline.stream.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The risk: a dashboard whose queries are answered and which still shows nothing that anybody can read. Draws each with
 * Grafana's own components from a real Prometheus, light and dark, into {@code target/dashboards}, after as many minutes of
 * news as {@code dateline.pictures} says, in which an instance joins and is killed and an archive is enriched.
 */
@EnabledIfSystemProperty(named = "dateline.pictures", matches = "\\d+")
class DashboardPicturesIT {
    private static final Path FOLDER = Path.of("target/dashboards");
    private static final int SCRAPED_EVERY = 5;
    private static final Duration PACE = Duration.ofMillis(400);
    private static final Duration STARTED = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyPanelHasSomethingToShow() throws IOException, InterruptedException {
        Tool prometheus = Tool.named("prometheus");
        Path renderer = renderer(Tool.named("npm"));
        Tool driver = Tool.named("chromedriver");
        Duration load = Duration.ofMinutes(Integer.getInteger("dateline.pictures"));
        int first = FreePorts.any();
        int second = FreePorts.any();
        try (InJvmBroker broker = InJvmBroker.start();
                ServiceProcess service = ServiceProcess.start("pictures", FreePorts.any(), first, settings(broker))
                        .awaitReady(STARTED);
                PrometheusProcess scraping = PrometheusProcess.start(
                        prometheus, FOLDER.resolve("prometheus"), SCRAPED_EVERY, first, second);
                NewsDay news = new NewsDay(broker.bootstrapServers()).begin(PACE)) {
            Instant begun = Instant.now();
            waitUntil(begun.plus(load.multipliedBy(4).dividedBy(10)));
            news.archive(200);
            waitUntil(begun.plus(load.multipliedBy(6).dividedBy(10)));
            try (ServiceProcess other = ServiceProcess.start("pictures-2", FreePorts.any(), second, settings(broker))) {
                other.awaitReady(STARTED);
                waitUntil(begun.plus(load.multipliedBy(8).dividedBy(10)));
                other.kill();
            }
            waitUntil(begun.plus(load));
            assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(200);
            draw(driver, renderer, scraping, begun, begun.plus(load));
        }
    }

    private static Map<String, String> settings(InJvmBroker broker) {
        return Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "dateline.topics.create", "true");
    }

    private static void waitUntil(Instant then) {
        Awaitility.await()
                .forever()
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Instant.now().isAfter(then));
    }

    /** Builds it once; what it is made of comes from npm. */
    private static Path renderer(Tool npm) throws IOException, InterruptedException {
        Path built = Files.createDirectories(FOLDER.resolve("renderer"));
        for (String file : List.of("package.json", "pictures.jsx")) {
            Files.copy(Path.of("src/test/pictures", file), built.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(built.resolve("node_modules"))) {
            npm.in(built).succeeds("install", "--no-audit", "--no-fund", "--no-package-lock");
        }
        npm.in(built).succeeds("run", "build");
        Tool.named("cp").in(built).succeeds("-r", "node_modules/@grafana/ui/dist/public", ".");
        Files.createDirectories(built.resolve("public/build"));
        Tool.named("cp").in(built).succeeds("-r", "public/img", "public/build");
        return built;
    }

    private static void draw(Tool driver, Path renderer, PrometheusProcess scraping, Instant begin, Instant end)
            throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                // The icons are files beside the page.
                "--allow-file-access-from-files");
        options.setBinary(Tool.named("chromium").program().toFile());
        ChromeDriver browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.program().toFile())
                        .build(),
                options);
        try {
            for (String file : PromQl.DASHBOARDS) {
                for (String theme : List.of("light", "dark")) {
                    String name = file.replace(".json", "-" + theme);
                    Path page = renderer.resolve(name + ".html");
                    Files.writeString(page, page(file, theme, scraping.address(), begin, end));
                    draw(browser, page, FOLDER.resolve(name + ".png"));
                }
            }
        } finally {
            browser.quit();
        }
    }

    private static String page(String file, String theme, String prometheus, Instant begin, Instant end) {
        ObjectNode given = JSON.createObjectNode()
                .put("prometheus", prometheus)
                .put("theme", theme)
                .put("begin", begin.getEpochSecond())
                .put("end", end.getEpochSecond())
                .put("scrape", SCRAPED_EVERY);
        given.set("dashboard", PromQl.dashboard(file));
        return "<!doctype html><meta charset=utf-8><link rel=stylesheet href=bundle.css><body><script>window.given = "
                + given + "</script><script src=bundle.js></script>";
    }

    private static void draw(ChromeDriver browser, Path page, Path picture) throws IOException {
        browser.manage().window().setSize(new Dimension(1616, 900));
        browser.get(page.toUri().toString());
        Awaitility.await("drawn")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        !browser.findElements(By.cssSelector("#drawn canvas")).isEmpty());
        int height = browser.findElement(By.id("drawn")).getRect().getHeight();
        browser.manage().window().setSize(new Dimension(1616, height + 200));
        Files.write(picture, browser.getScreenshotAs(OutputType.BYTES));
        assertThat(browser.findElements(By.className("empty")))
                .as("panels of %s without data", page)
                .isEmpty();
    }
}
