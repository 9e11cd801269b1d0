// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/** Shows lines of a log as text that can be selected, filtered and searched. UI thread only. */
final class LogView {
    private static final int SIDE = 12;
    private static final int BAR_WIDTH = 3;
    private static final int BAR_X = 4;
    /** Old lines are cut off in steps, since each cut moves all the text. */
    private static final int SLACK = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS  ", Locale.ROOT);

    private final Look look;
    private final StyledText text;
    private final List<LogLine> shown = new ArrayList<>();
    private String sought = "";
    private boolean onlyMatches = true;
    private boolean times;

    LogView(Composite parent, Look look) {
        this.look = look;
        text = look.paint(new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL), Tone.BACKGROUND,
                Tone.TEXT, Type.MONO);
        text.setMargins(SIDE, 8, SIDE, 8);
        text.setLineSpacing(look.scaled(2));
        text.setAlwaysShowScrollBars(false);
        look.follow(text, () -> {
            text.setSelectionBackground(look.color(Tone.SELECTION));
            text.setSelectionForeground(look.color(Tone.TEXT));
            text.setMarginColor(look.color(Tone.BACKGROUND));
        });
        text.addLineStyleListener(this::style);
        text.addListener(SWT.Paint, event -> markErrors(event.gc));
    }

    StyledText control() {
        return text;
    }

    int lineCount() {
        return shown.size();
    }

    /**
     * What is sought.
     *
     * @param words any text; empty for nothing
     * @param only true to leave out lines without it
     * @param all every line there is
     */
    void search(String words, boolean only, List<LogLine> all) {
        sought = words.toLowerCase(Locale.ROOT);
        onlyMatches = only;
        replace(all);
    }

    void showTimes(boolean on, List<LogLine> all) {
        times = on;
        replace(all);
    }

    void wrap(boolean on) {
        text.setWordWrap(on);
    }

    /** Shows these lines and no others. */
    void replace(List<LogLine> all) {
        shown.clear();
        all.stream().filter(this::isWanted).forEach(shown::add);
        StringBuilder content = new StringBuilder();
        for (LogLine line : shown) {
            append(content, line);
        }
        text.setText(content.toString());
    }

    void add(List<LogLine> lines) {
        StringBuilder content = new StringBuilder();
        for (LogLine line : lines) {
            if (isWanted(line)) {
                shown.add(line);
                append(content, line);
            }
        }
        if (content.length() > 0) {
            text.append(content.toString());
            cutOff();
        }
    }

    void toEnd() {
        text.setTopIndex(text.getLineCount() - 1);
    }

    boolean isAtEnd() {
        int lines = Math.max(1, text.getClientArea().height / text.getLineHeight());
        return text.getTopIndex() + lines >= text.getLineCount() - 1;
    }

    /**
     * Goes to a line with what is sought.
     *
     * @param forward false to go up
     */
    void goToMatch(boolean forward) {
        if (sought.isEmpty() || shown.isEmpty()) {
            return;
        }
        int size = shown.size();
        int start = Math.min(size - 1, text.getLineAtOffset(text.getCaretOffset()));
        for (int step = 1; step <= size; step++) {
            int line = Math.floorMod(forward ? start + step : start - step, size);
            int place = rendered(shown.get(line)).toLowerCase(Locale.ROOT).indexOf(sought);
            if (place >= 0) {
                int offset = text.getOffsetAtLine(line) + place;
                text.setSelection(offset, offset + sought.length());
                text.showSelection();
                return;
            }
        }
    }

    private boolean isWanted(LogLine line) {
        return !onlyMatches || sought.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(sought);
    }

    private void append(StringBuilder content, LogLine line) {
        content.append(rendered(line)).append('\n');
    }

    private String rendered(LogLine line) {
        return times ? TIME.format(line.time().atZone(ZoneId.systemDefault())) + line.text() : line.text();
    }

    private void cutOff() {
        int surplus = shown.size() - LogBuffer.LINES;
        if (surplus < SLACK) {
            return;
        }
        text.replaceTextRange(0, text.getOffsetAtLine(surplus), "");
        shown.subList(0, surplus).clear();
    }

    private void style(LineStyleEvent event) {
        List<StyleRange> styles = new ArrayList<>();
        int prefix = times ? Math.min(event.lineText.length(), TIME_LENGTH) : 0;
        if (prefix > 0) {
            styles.add(new StyleRange(event.lineOffset, prefix, look.color(Tone.MUTED), null));
        }
        if (!sought.isEmpty()) {
            String line = event.lineText.toLowerCase(Locale.ROOT);
            for (int at = line.indexOf(sought, prefix); at >= 0; at = line.indexOf(sought, at + sought.length())) {
                styles.add(new StyleRange(event.lineOffset + at, sought.length(), look.color(Tone.BACKGROUND),
                        look.color(Tone.ATTENTION)));
            }
        }
        event.styles = styles.toArray(new StyleRange[0]);
    }

    /** A bar before each line of standard error. */
    private void markErrors(GC gc) {
        gc.setBackground(look.color(Tone.FAILED));
        int bottom = text.getClientArea().height;
        for (int line = text.getTopIndex(); line < shown.size(); line++) {
            Point top = text.getLocationAtOffset(text.getOffsetAtLine(line));
            if (top.y > bottom) {
                return;
            }
            if (shown.get(line).stream() == StreamKind.STDERR) {
                int next = text.getLinePixel(line + 1);
                gc.fillRectangle(BAR_X, top.y, BAR_WIDTH, Math.max(text.getLineHeight(), next - top.y) - 1);
            }
        }
    }

    private static final int TIME_LENGTH = "HH:mm:ss.SSS  ".length();
}
