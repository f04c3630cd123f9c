package nl.bereik.server.staffweb;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * A QR code as the path of an SVG, so that the page needs no picture from elsewhere and no script.
 *
 * @param path dark squares of one unit, within {@code size} units and a quiet border around them
 * @param size of a side, border included
 */
record QrSquares(String path, int size) {
    private static final int BORDER = 4;

    static QrSquares of(String text) {
        ByteMatrix matrix = matrix(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSquares(path.toString(), matrix.getWidth() + 2 * BORDER);
    }

    static String escape(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
