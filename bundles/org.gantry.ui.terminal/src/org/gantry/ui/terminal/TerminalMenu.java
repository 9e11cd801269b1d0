// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of a session. */
final class TerminalMenu {
    private TerminalMenu() {
    }

    static void attach(Control control, TerminalActions actions) {
        Menu menu = new Menu(control);
        MenuItem copy = item(menu, "&Copy\tCtrl+Shift+C", actions::copy);
        item(menu, "&Paste\tCtrl+Shift+V", actions::paste);
        item(menu, "Select &All\tCtrl+Shift+A", actions::selectAll);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "&Find…\tCtrl+Shift+F", actions::find);
        item(menu, "C&lear", actions::clear);
        menu.addListener(SWT.Show, event -> copy.setEnabled(actions.canCopy()));
        control.setMenu(menu);
        control.addDisposeListener(event -> menu.dispose());
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
