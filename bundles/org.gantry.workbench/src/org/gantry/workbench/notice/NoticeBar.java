// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.notice;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.Buttons;

/** The strip at the top of the window that tells of failures and of states that need attention; takes no room while there are none. */
public final class NoticeBar {
    private final Look look;
    private final Notices notices;
    private final MWindow window;
    private final IPresentationEngine renderer;
    private Composite strip;

    @Inject
    public NoticeBar(Look look, Notices notices, MWindow window, IPresentationEngine renderer) {
        this.look = look;
        this.notices = notices;
        this.window = window;
        this.renderer = renderer;
    }

    @PostConstruct
    void create(Composite parent) {
        strip = look.paint(new Strip(parent), Tone.RAISED, Tone.TEXT);
        strip.addPaintListener(event -> {
            event.gc.setForeground(look.color(Tone.LINE));
            int bottom = strip.getSize().y - 1;
            event.gc.drawLine(0, bottom, strip.getSize().x, bottom);
        });
        notices.follow(strip, this::show);
    }

    private void show() {
        boolean focused = Arrays.stream(strip.getChildren()).anyMatch(Control::isFocusControl);
        for (Control child : strip.getChildren()) {
            child.dispose();
        }
        Optional<Notice> current = notices.current();
        current.ifPresent(this::fill);
        Composite trim = strip.getParent();
        strip.layout(true, true);
        trim.requestLayout();
        trim.getShell().layout(true, true);
        MPart active = window.getContext().get(EPartService.class).getActivePart();
        if (focused && active != null) {
            // The focus went with the button that was pressed: without one, no key would reach the window.
            renderer.focusGui(active);
        }
    }

    private void fill(Notice notice) {
        int columns = 2 + notice.offers().size() + (notice.dismissable() ? 1 : 0);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 14;
        layout.marginHeight = 6;
        layout.horizontalSpacing = 10;
        strip.setLayout(layout);
        Label mark = look.paint(new Label(strip, SWT.NONE), Tone.RAISED, Tone.TEXT);
        look.follow(mark, () -> mark.setImage(look.icon(icon(notice.kind()), tone(notice.kind()))));
        Composite text = look.paint(new Composite(strip, SWT.NONE), Tone.RAISED, Tone.TEXT);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout lines = new GridLayout();
        lines.marginWidth = 0;
        lines.marginHeight = 0;
        lines.verticalSpacing = 1;
        text.setLayout(lines);
        line(text, notice.title(), Tone.TEXT, Type.BODY_STRONG);
        if (!notice.detail().isEmpty()) {
            line(text, notice.detail(), Tone.MUTED, Type.BODY);
        }
        for (Notice.Offer offer : notice.offers()) {
            Buttons.push(strip, look, offer.label(), null, offer.action());
        }
        if (notice.dismissable()) {
            Buttons.icon(strip, look, SWT.PUSH, Icon.CLOSE, "Dismiss", () -> notices.clear(notice.topic()));
        }
    }

    private void line(Composite parent, String words, Tone tone, Type type) {
        Label label = look.paint(new Label(parent, SWT.WRAP), Tone.RAISED, tone, type);
        label.setText(words);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 100;
        label.setLayoutData(data);
    }

    private static Icon icon(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> Icon.INFO;
            case ATTENTION -> Icon.STATE_PAUSED;
            case FAILURE -> Icon.STATE_FAILED;
        };
    }

    private static Tone tone(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> Tone.ACCENT;
            case ATTENTION -> Tone.ATTENTION;
            case FAILURE -> Tone.FAILED;
        };
    }

    /** Has no height while it is empty. */
    private static final class Strip extends Composite {
        Strip(Composite parent) {
            super(parent, SWT.NONE);
        }

        @Override
        public Point computeSize(int width, int height, boolean changed) {
            // The trim asks for a natural width; text that wraps only has a height for the width of the window.
            int room = width == SWT.DEFAULT ? getShell().getClientArea().width : width;
            return getChildren().length == 0 ? new Point(room, 0) : super.computeSize(room, height, changed);
        }
    }
}
