package dev.dateline.faults;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The overload as a picture: rates, backlog, delay, memory and the ladder's step over time. */
final class OverloadPlot {
    private static final int WIDTH = 1_000;
    private static final int PANEL = 150;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int GAP = 34;
    private static final Color FIRST = new Color(0x1f5fbf);
    private static final Color SECOND = new Color(0xc2571a);

    private final List<OverloadSample> samples;
    private final Graphics2D pen;

    private OverloadPlot(List<OverloadSample> samples, Graphics2D pen) {
        this.samples = samples;
        this.pen = pen;
    }

    static void draw(String title, List<OverloadSample> samples, Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, TOP + 5 * (PANEL + GAP) + 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        pen.drawString(title, LEFT, 22);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        OverloadPlot plot = new OverloadPlot(samples, pen);
        plot.panel(
                0,
                "articles/s: sent (blue), enriched (orange)",
                OverloadSample::sentPerSecond,
                OverloadSample::enrichedPerSecond);
        plot.panel(1, "backlog, articles", OverloadSample::backlog, null);
        plot.panel(2, "delay from sending to coming out, s", OverloadSample::delaySeconds, null);
        plot.panel(
                3,
                "memory, MB: resident (blue), heap (orange)",
                OverloadSample::residentMegabytes,
                OverloadSample::heapMegabytes);
        plot.panel(
                4,
                "ladder's step (blue), rebalances since the start (orange); x: seconds",
                OverloadSample::step,
                each -> each.rebalances() - samples.get(0).rebalances());
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private void panel(
            int number,
            String title,
            ToDoubleFunction<OverloadSample> first,
            @Nullable ToDoubleFunction<OverloadSample> second) {
        int top = TOP + number * (PANEL + GAP) + 18;
        double most = Math.max(
                1,
                samples.stream()
                        .mapToDouble(each ->
                                Math.max(first.applyAsDouble(each), second == null ? 0 : second.applyAsDouble(each)))
                        .max()
                        .orElse(1));
        pen.setColor(Color.DARK_GRAY);
        pen.drawString(title, LEFT, top - 5);
        pen.drawRect(LEFT, top, WIDTH - LEFT - 20, PANEL - 10);
        for (int part = 0; part <= 2; part++) {
            int y = top + (PANEL - 10) * (2 - part) / 2;
            double value = most * part / 2;
            pen.drawString((value < 100 ? "%.1f" : "%,.0f").formatted(value), 8, y + 4);
            pen.drawString(
                    Integer.toString(samples.size() * part / 2),
                    LEFT + (WIDTH - LEFT - 45) * part / 2,
                    top + PANEL + 4);
        }
        line(top, most, first, FIRST);
        if (second != null) {
            line(top, most, second, SECOND);
        }
    }

    private void line(int top, double most, ToDoubleFunction<OverloadSample> value, Color colour) {
        Path2D path = new Path2D.Double();
        for (OverloadSample each : samples) {
            double x = LEFT + (double) (WIDTH - LEFT - 20) * each.second() / Math.max(1, samples.size() - 1);
            double y = top + (PANEL - 10) * (1 - value.applyAsDouble(each) / most);
            if (each.second() == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(1.4f));
        pen.draw(path);
        pen.setStroke(new BasicStroke(1));
    }
}
