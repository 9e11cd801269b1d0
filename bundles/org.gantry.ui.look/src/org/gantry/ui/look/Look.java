// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Colours, fonts and icons of the theme that is on, and the way to follow it when it changes. Views get it by injection; there is
 * one for each display. UI thread only.
 */
public final class Look {
    /** Edge of an icon in bars, rows and tabs, in points. */
    public static final int ICON = 16;
    /** Edge of an icon in the activity column, in points. */
    public static final int LARGE_ICON = 20;

    private static final String WITHOUT_APPLICATION_CSS = "org.eclipse.e4.ui.css.disabled";

    private final Display display;
    private final Fonts fonts;
    private final Icons icons;
    private final GtkStyle style;
    private final Set<Runnable> followers = new LinkedHashSet<>();
    private boolean dark;

    /**
     * @param display where it is used
     * @param dark true to begin with the dark theme
     */
    public Look(Display display, boolean dark) {
        this.display = display;
        this.dark = dark;
        fonts = new Fonts(display);
        icons = new Icons(display);
        style = new GtkStyle(fonts);
        style.apply(dark);
    }

    public Display display() {
        return display;
    }

    public boolean isDark() {
        return dark;
    }

    /** Changes the theme; everything that follows is repainted before this returns. */
    public void setDark(boolean dark) {
        if (this.dark == dark) {
            return;
        }
        this.dark = dark;
        style.apply(dark);
        List.copyOf(followers).forEach(Runnable::run);
    }

    /** The colour of a tone in the present theme; needs no disposal, but asks to be asked for again after a change. */
    public Color color(Tone tone) {
        return tone.color(dark);
    }

    /** A font of the type scale; never dispose it. */
    public Font font(Type type) {
        return fonts.font(type);
    }

    /** An icon of 16 points in a tone of the present theme; never dispose it. */
    public Image icon(Icon icon, Tone tone) {
        return icon(icon, tone, ICON);
    }

    /**
     * An icon in a tone of the present theme; never dispose it.
     *
     * @param size edge in points, 1 to 64
     */
    public Image icon(Icon icon, Tone tone, int size) {
        return icons.image(icon, tone.css(dark), size);
    }

    /** Calls now and after each change of the theme, until the owner is disposed. */
    public void follow(Control owner, Runnable repaint) {
        followers.add(repaint);
        owner.addDisposeListener(event -> followers.remove(repaint));
        repaint.run();
    }

    /**
     * Gives a control its colours and keeps them right; the application's CSS leaves the control alone from then on.
     *
     * @return the control
     */
    public <C extends Control> C paint(C control, Tone background, Tone foreground) {
        control.setData(WITHOUT_APPLICATION_CSS, Boolean.TRUE);
        follow(control, () -> {
            control.setBackground(color(background));
            control.setForeground(color(foreground));
        });
        return control;
    }

    /** As {@link #paint(Control, Tone, Tone)}, with a font. */
    public <C extends Control> C paint(C control, Tone background, Tone foreground, Type type) {
        control.setFont(font(type));
        return paint(control, background, foreground);
    }

    /** A height that was drawn for the usual desktop font size, grown with it. */
    public int scaled(int points) {
        return Math.round(points * fonts.scale());
    }
}
