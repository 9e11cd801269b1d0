// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.Buttons;
import org.gantry.ui.terminal.emulator.SearchDirection;
import org.gantry.ui.terminal.emulator.TerminalEmulator;

/**
 * The strip below a terminal in which one looks for text: Enter goes to older output, Shift+Enter to newer, Escape closes. Case
 * matters once a capital is typed. For parents with a GridLayout of one column.
 */
final class FindBar {
    private static final int FIELD_WIDTH = 280;

    private final TerminalEmulator emulator;
    private final Composite strip;
    private final Text field;
    private final Label outcome;

    FindBar(Composite parent, Look look, TerminalEmulator emulator) {
        this.emulator = emulator;
        strip = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridLayout layout = new GridLayout(5, false);
        layout.marginWidth = 12;
        layout.marginHeight = 6;
        layout.horizontalSpacing = 8;
        strip.setLayout(layout);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        field = new Text(strip, SWT.SEARCH | SWT.ICON_CANCEL);
        field.setMessage("Find in the terminal");
        field.setFont(look.font(Type.BODY));
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = FIELD_WIDTH;
        field.setLayoutData(data);
        Buttons.push(strip, look, "Older", "Find in older output (Enter)", () -> find(SearchDirection.UP));
        Buttons.push(strip, look, "Newer", "Find in newer output (Shift+Enter)", () -> find(SearchDirection.DOWN));
        outcome = look.paint(new Label(strip, SWT.NONE), Tone.PANEL, Tone.MUTED, Type.BODY);
        outcome.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Buttons.icon(strip, look, SWT.PUSH, Icon.CLOSE, "Close (Escape)", this::close);
        field.addListener(SWT.Modify, event -> find(SearchDirection.UP));
        field.addListener(SWT.KeyDown, this::pressed);
        field.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close();
            }
        });
        show(false);
    }

    void open() {
        show(true);
        field.selectAll();
        field.setFocus();
    }

    private void close() {
        emulator.find("", SearchDirection.UP, false);
        show(false);
        emulator.control().setFocus();
    }

    private void pressed(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            event.doit = false;
            find((event.stateMask & SWT.SHIFT) == 0 ? SearchDirection.UP : SearchDirection.DOWN);
        }
    }

    private void find(SearchDirection direction) {
        String text = field.getText();
        boolean matchCase = !text.equals(text.toLowerCase(Locale.ROOT));
        boolean found = emulator.find(text, direction, matchCase);
        outcome.setText(found || text.isEmpty() ? "" : "Not found");
    }

    private void show(boolean visible) {
        ((GridData) strip.getLayoutData()).exclude = !visible;
        strip.setVisible(visible);
        strip.getParent().layout(true);
    }
}
