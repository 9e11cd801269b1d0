// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;

/** The fonts of the type scale on one display; made when first asked for, disposed with the display. UI thread only. */
final class Fonts {
    private static final List<String> SANS = List.of("Inter", "Adwaita Sans", "Cantarell");
    private static final List<String> MONO = List.of("JetBrains Mono", "Adwaita Mono", "DejaVu Sans Mono", "Liberation Mono");
    /** The scale was drawn for a desktop font of 11 points, the usual one of GNOME. */
    private static final float USUAL_POINTS = 11f;
    private static final float SMALLEST = 1f;
    private static final float POINTS_A_PIXEL = 0.75f;

    private final Display display;
    private final String sans;
    private final String mono;
    private final float scale;
    private final Map<Type, Font> fonts = new EnumMap<>(Type.class);

    Fonts(Display display) {
        this.display = display;
        FontData system = display.getSystemFont().getFontData()[0];
        sans = firstPresent(SANS, system.getName());
        mono = firstPresent(MONO, "monospace");
        scale = Math.max(SMALLEST, system.getHeight() / USUAL_POINTS);
        display.disposeExec(() -> fonts.values().forEach(Font::dispose));
    }

    Font font(Type type) {
        return fonts.computeIfAbsent(type, this::create);
    }

    String sans() {
        return sans;
    }

    String mono() {
        return mono;
    }

    /** How much larger than usual the desktop's font is; at least 1. */
    float scale() {
        return scale;
    }

    /** Points of a step of the scale on this desktop. */
    float points(Type type) {
        // Whole points: GTK 3 cuts the fraction off in native labels and buttons, while drawn text would keep it.
        return Math.round(type.pixels() * POINTS_A_PIXEL * scale);
    }

    private Font create(Type type) {
        FontData data = new FontData(type.monospaced() ? mono : family(type.weight()), 1, style(type.weight()));
        data.height = points(type);
        return new Font(display, data);
    }

    private String family(Type.Weight weight) {
        return switch (weight) {
            case REGULAR -> sans;
            case MEDIUM -> present(sans + " Medium") ? sans + " Medium" : sans;
            case SEMIBOLD -> firstPresent(List.of(sans + " SemiBold", sans + " Semi Bold"), sans);
        };
    }

    private int style(Type.Weight weight) {
        return weight == Type.Weight.SEMIBOLD && family(weight).equals(sans) ? SWT.BOLD : SWT.NORMAL;
    }

    private String firstPresent(List<String> families, String otherwise) {
        return families.stream().filter(this::present).findFirst().orElse(otherwise);
    }

    private boolean present(String family) {
        return display.getFontList(family, true).length > 0;
    }
}
