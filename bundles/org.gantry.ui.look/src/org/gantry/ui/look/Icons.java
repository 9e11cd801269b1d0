// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;

/** Draws icons in any colour and size, sharp at every zoom; images live as long as the display. UI thread only. */
final class Icons {
    private static final String DECLARED_SIZE = "width=\"20\" height=\"20\"";
    private static final String DECLARED_COLOR = "color=\"#808592\"";

    private record Key(Icon icon, String color, int size) {
    }

    private final Display display;
    private final Map<Key, Image> images = new HashMap<>();
    private final Map<Icon, String> sources = new HashMap<>();

    Icons(Display display) {
        this.display = display;
        display.disposeExec(() -> images.values().forEach(Image::dispose));
    }

    Image image(Icon icon, String color, int size) {
        return images.computeIfAbsent(new Key(icon, color, size), this::draw);
    }

    private Image draw(Key key) {
        String svg = sources.computeIfAbsent(key.icon, Icons::read);
        ImageDataProvider provider = zoom -> {
            int pixels = Math.round(key.size * zoom / 100f);
            String sized = svg.replace(DECLARED_SIZE, "width=\"" + pixels + "\" height=\"" + pixels + "\"")
                    .replace(DECLARED_COLOR, "color=\"" + key.color + "\"");
            return new ImageData(new ByteArrayInputStream(sized.getBytes(StandardCharsets.UTF_8)));
        };
        return new Image(display, provider);
    }

    private static String read(Icon icon) {
        try (InputStream stream = Icons.class.getResourceAsStream("/" + icon.path())) {
            if (stream == null) {
                throw new IllegalStateException("The icon " + icon.path() + " is missing in the bundle");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the icon " + icon.path(), e);
        }
    }
}
