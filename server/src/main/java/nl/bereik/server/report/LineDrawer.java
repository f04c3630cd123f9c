package nl.bereik.server.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the lines of a chart as vectors. Each {@code param} of the object is a line: its heights from 0 to 1 at the
 * middles of equal parts of the width, a gap where there is none.
 */
final class LineDrawer implements FSObjectDrawer {
    static final String TYPE = "application/x-bereik-lines";
    static final String NONE = "-";

    private static final List<Color> COLOURS = List.of(new Color(0x1b365d), new Color(0xd07a45));
    private static final double HIGHEST = 0.92;
    private static final double POINT_SIZE = 5;
    private static final float WIDTH = 2f;

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        NodeList lines = object.getElementsByTagName("param");
        device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, graphics -> {
            double scale = 1.0 / dotsPerPixel;
            for (int i = lines.getLength() - 1; i >= 0; i--) {
                graphics.setColor(COLOURS.get(i));
                graphics.setStroke(new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                String[] heights =
                        ((Element) lines.item(i)).getAttribute("value").split(" ");
                draw(graphics, heights, width * scale, height * scale);
            }
        });
        return null;
    }

    private static void draw(Graphics2D graphics, String[] heights, double width, double height) {
        double beforeX = 0;
        double beforeY = 0;
        boolean connected = false;
        for (int i = 0; i < heights.length; i++) {
            boolean there = !heights[i].equals(NONE);
            if (there) {
                double x = width * (i + 0.5) / heights.length;
                double y = height * (1 - HIGHEST * Double.parseDouble(heights[i]));
                if (connected) {
                    graphics.draw(new Line2D.Double(beforeX, beforeY, x, y));
                }
                graphics.fill(new Ellipse2D.Double(x - POINT_SIZE / 2, y - POINT_SIZE / 2, POINT_SIZE, POINT_SIZE));
                beforeX = x;
                beforeY = y;
            }
            connected = there;
        }
    }
}
