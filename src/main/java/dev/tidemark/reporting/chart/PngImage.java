package dev.tidemark.reporting.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * Renders a drawing as PNG, for e-mails and reports without SVG support: on white, at twice the resolution.
 *
 * @param svg a standalone file such as {@link TrendChart#file} or {@link Badge#draw()}
 */
public record PngImage(String svg) {

    private static final int DENSITY = 2;

    /** @throws IllegalArgumentException if the text is not SVG */
    public byte[] png() {
        SVGDocument document = document();
        FloatSize size = document.size();
        BufferedImage image = new BufferedImage(
                Math.round(size.width * DENSITY), Math.round(size.height * DENSITY), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.scale(DENSITY, DENSITY);
            document.render(null, pen, new ViewBox(size));
        } finally {
            pen.dispose();
        }
        return packed(image);
    }

    /** External resources are never loaded. */
    private SVGDocument document() {
        ByteArrayInputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .build();
        SVGDocument document = new SVGLoader().load(in, null, context);
        if (document == null) {
            throw new IllegalArgumentException("Not an SVG document: " + svg.substring(0, Math.min(80, svg.length())));
        }
        return document;
    }

    private static byte[] packed(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Cannot encode a PNG in memory", impossible);
        }
        return bytes.toByteArray();
    }
}
