// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.Failure;

/** What a view shows in place of its content: that it is empty and what to do first, or what failed and what to do about it. */
public final class StateView extends Composite {
    private static final int ICON_SIZE = 40;
    private static final int TEXT_WIDTH = 480;

    private final Look look;
    private final Composite column;
    /** What is said now: saying it again must not take the focus from a button. */
    private List<Object> shown = List.of();

    /**
     * Something the person can do.
     *
     * @param label on the button
     * @param action what it does
     */
    public record Offer(String label, Runnable action) {
    }

    public StateView(Composite parent, Look look) {
        super(parent, SWT.NONE);
        this.look = look;
        look.paint(this, Tone.BACKGROUND, Tone.TEXT);
        setLayout(new GridLayout());
        column = look.paint(new Composite(this, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        column.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        GridLayout layout = new GridLayout();
        layout.verticalSpacing = 8;
        column.setLayout(layout);
    }

    /**
     * Shows that there is nothing.
     *
     * @param title what is missing: "No containers"
     * @param sentence what the view is for
     * @param offers the first one becomes the primary button; may be empty
     */
    public void showEmpty(Icon icon, String title, String sentence, List<Offer> offers) {
        show(icon, Tone.MUTED, title, sentence, offers);
    }

    /**
     * Shows a failure.
     *
     * @param offers what can be done now, such as "Try again"
     */
    public void showFailure(Failure failure, List<Offer> offers) {
        String remedy = failure.remedy().isEmpty() ? "" : " " + Sentences.sentence(failure.remedy());
        show(Icon.STATE_FAILED, Tone.FAILED, failure.tried(), Sentences.sentence(failure.why()) + remedy, offers);
    }

    private void show(Icon icon, Tone tone, String title, String sentence, List<Offer> offers) {
        List<Object> words = List.of(icon, tone, title, sentence, offers.stream().map(Offer::label).toList());
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        for (Control child : column.getChildren()) {
            child.dispose();
        }
        Label picture = look.paint(new Label(column, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        look.follow(picture, () -> picture.setImage(look.icon(icon, tone, ICON_SIZE)));
        picture.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        line(title, Tone.TEXT, Type.TITLE);
        line(sentence, Tone.MUTED, Type.BODY);
        if (!offers.isEmpty()) {
            addOffers(offers);
        }
        layout(true, true);
    }

    private void line(String text, Tone tone, Type type) {
        Label label = look.paint(new Label(column, SWT.WRAP | SWT.CENTER), Tone.BACKGROUND, tone, type);
        label.setText(text);
        GridData data = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        data.widthHint = TEXT_WIDTH;
        label.setLayoutData(data);
    }

    private void addOffers(List<Offer> offers) {
        Composite row = look.paint(new Composite(column, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        GridLayout layout = new GridLayout(offers.size(), false);
        layout.horizontalSpacing = 8;
        layout.marginHeight = 8;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        boolean first = true;
        for (Offer offer : offers) {
            Button button = Buttons.push(row, look, offer.label(), null, offer.action());
            if (first) {
                StyleClass.PRIMARY.on(button);
                first = false;
            }
        }
    }
}
