// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Gantry's mark, drawn from {@code icons/gantry.svg} at the sizes that window managers, docks and dialogs ask for. */
public final class WindowIcons {
    private static final String MARK = "/icons/gantry.svg";
    private static final String DECLARED_SIZE = "width=\"64\" height=\"64\"";
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128};

    /** Sets the icons of a window; they are disposed with it. */
    public void applyTo(Shell shell) {
        String svg = read();
        Image[] images = IntStream.of(SIZES).mapToObj(size -> draw(shell.getDisplay(), svg, size)).toArray(Image[]::new);
        shell.setImages(images);
        shell.addDisposeListener(event -> {
            for (Image image : images) {
                image.dispose();
            }
        });
    }

    /**
     * The mark at one size; the caller disposes it.
     *
     * @param size edge in points
     */
    public Image mark(Display display, int size) {
        String svg = read();
        return new Image(display, (int zoom) -> data(svg, Math.round(size * zoom / 100f)));
    }

    private static Image draw(Display display, String svg, int pixels) {
        return new Image(display, data(svg, pixels));
    }

    private static ImageData data(String svg, int pixels) {
        String sized = svg.replace(DECLARED_SIZE, "width=\"" + pixels + "\" height=\"" + pixels + "\"");
        return new ImageData(new ByteArrayInputStream(sized.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read() {
        try (InputStream in = WindowIcons.class.getResourceAsStream(MARK)) {
            if (in == null) {
                throw new IllegalStateException(MARK + " is missing in org.gantry.workbench");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + MARK, e);
        }
    }
}
