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
 * A drawing as PNG, for letters and reports that show no SVG: on white, with two dots for each of the drawing's pixels.
 *
 * @param svg a file on its own: {@link TrendChart#file()}, {@link Badge#draw()}
 */
public record PngImage(String svg) {

    private static final int DENSITY = 2;

    /** An IllegalArgumentException for what is no SVG. */
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

    /** Nothing outside of the text is loaded, whatever it refers to. */
    private SVGDocument document() {
        ByteArrayInputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .build();
        SVGDocument document = new SVGLoader().load(in, null, context);
        if (document == null) {
            throw new IllegalArgumentException("this is no SVG: " + svg.substring(0, Math.min(80, svg.length())));
        }
        return document;
    }

    private static byte[] packed(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PNG into memory", impossible);
        }
        return bytes.toByteArray();
    }
}
