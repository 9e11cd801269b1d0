// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.welcome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.Buttons;

/** One choice of the welcome: an icon, a title, a sentence, a button. */
final class Card {
    private static final int WIDTH = 236;
    private static final int PADDING = 16;
    private static final int CORNER = 14;
    private static final int ICON = 24;

    private final Look look;
    private final Composite card;
    private final Label sentence;
    private Button button;

    Card(Composite parent, Look look, Icon icon, String title, String text) {
        this.look = look;
        card = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        card.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout();
        layout.marginWidth = PADDING;
        layout.marginHeight = PADDING;
        layout.verticalSpacing = 6;
        card.setLayout(layout);
        card.addPaintListener(event -> {
            Point size = card.getSize();
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(look.color(Tone.RAISED));
            event.gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, CORNER, CORNER);
            event.gc.setForeground(look.color(Tone.LINE));
            event.gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, CORNER, CORNER);
        });
        Label picture = look.paint(new Label(card, SWT.NONE), Tone.RAISED, Tone.TEXT);
        look.follow(picture, () -> picture.setImage(look.icon(icon, Tone.ACCENT, ICON)));
        Label heading = look.paint(new Label(card, SWT.NONE), Tone.RAISED, Tone.TEXT, Type.BODY_STRONG);
        heading.setText(title);
        sentence = look.paint(new Label(card, SWT.WRAP), Tone.RAISED, Tone.MUTED, Type.BODY);
        sentence.setText(text);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH - 2 * PADDING;
        sentence.setLayoutData(data);
    }

    /** The card's action. */
    Button button(String text, boolean primary, Runnable action) {
        button = primary ? Buttons.primary(card, look, text, null, action) : Buttons.push(card, look, text, null, action);
        GridData data = new GridData(SWT.FILL, SWT.END, true, false);
        data.heightHint = 30;
        data.verticalIndent = 6;
        button.setLayoutData(data);
        return button;
    }

    void say(String text) {
        sentence.setText(text);
    }

    void setEnabled(boolean enabled) {
        button.setEnabled(enabled);
    }

    Button control() {
        return button;
    }
}
