// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.facts.Span;

/** Runs of text that wrap, can be selected and copied, and may be links: Tab reaches them, Enter follows the first one. */
final class SpanText {
    private final Look look;
    private final FactClicks clicks;
    private final StyledText text;
    private List<Span> spans = List.of();

    SpanText(Composite parent, Look look, FactClicks clicks) {
        this.look = look;
        this.clicks = clicks;
        text = look.paint(new StyledText(parent, SWT.WRAP | SWT.READ_ONLY), Tone.PANEL, Tone.TEXT, Type.BODY);
        text.setCaret(null);
        text.setMargins(0, 0, 0, 0);
        text.setDoubleClickEnabled(true);
        text.addListener(SWT.MouseMove, this::hover);
        text.addListener(SWT.MouseUp, this::release);
        text.addListener(SWT.Traverse, this::traverse);
        look.follow(text, this::style);
    }

    StyledText control() {
        return text;
    }

    /** @return true when the text has changed, so that its height may have */
    boolean show(List<Span> given) {
        List<Span> shown = spaced(given);
        if (shown.equals(spans)) {
            return false;
        }
        spans = shown;
        StringBuilder words = new StringBuilder();
        shown.forEach(span -> words.append(span.text()));
        boolean changed = !words.toString().equals(text.getText());
        if (changed) {
            text.setText(words.toString());
        }
        style();
        return changed;
    }

    /** Between two runs there is room for one letter, unless they bring it themselves. */
    private static List<Span> spaced(List<Span> given) {
        List<Span> spaced = new ArrayList<>();
        for (Span span : given) {
            if (span.text().isEmpty()) {
                continue;
            }
            Span before = spaced.isEmpty() ? null : spaced.get(spaced.size() - 1);
            if (before != null && !before.text().endsWith(" ") && !span.text().startsWith(" ")) {
                spaced.add(Span.of(" "));
            }
            spaced.add(span);
        }
        return spaced;
    }

    private void style() {
        int at = 0;
        for (Span span : spans) {
            int length = span.text().length();
            if (length > 0) {
                StyleRange range = new StyleRange(at, length, look.color(span.tone()), null);
                range.font = look.font(span.mono() ? Type.MONO : Type.BODY);
                text.setStyleRange(range);
            }
            at += length;
        }
    }

    private Span spanAt(Event event) {
        int offset = text.getOffsetAtPoint(new Point(event.x, event.y));
        int at = 0;
        for (Span span : spans) {
            at += span.text().length();
            if (offset >= 0 && offset < at) {
                return span;
            }
        }
        return null;
    }

    private void hover(Event event) {
        Span span = spanAt(event);
        boolean link = span != null && span.action() != null;
        text.setCursor(link ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        String tooltip = span == null ? "" : !span.tooltip().isEmpty() ? span.tooltip() : link ? span.action().label() : "";
        if (!tooltip.equals(text.getToolTipText())) {
            text.setToolTipText(tooltip.isEmpty() ? null : tooltip);
        }
    }

    private void release(Event event) {
        Span span = spanAt(event);
        if (event.button == 1 && text.getSelectionCount() == 0 && span != null && span.action() != null) {
            clicks.click(span.action());
        }
    }

    private void traverse(Event event) {
        switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS -> event.doit = true;
            case SWT.TRAVERSE_RETURN -> {
                spans.stream().filter(span -> span.action() != null).findFirst().ifPresent(span -> clicks.click(span.action()));
                event.doit = false;
            }
            default -> {
                // Everything else is the text's own.
            }
        }
    }
}
