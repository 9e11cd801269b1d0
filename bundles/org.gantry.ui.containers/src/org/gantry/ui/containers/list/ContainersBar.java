// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.gantry.ui.containers.CommandIds;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.control.Bar;
import org.gantry.ui.look.control.FilterField;

/** Above the table: what can be done to the selection, the filter, the grouping. */
final class ContainersBar {
    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private final Commands commands;
    private final Consumer<Grouping> grouped;
    private final FilterField filter;
    private final Button group;
    private Grouping grouping;

    ContainersBar(Composite parent, Look look, Commands commands, Consumer<String> filtered, Consumer<Grouping> grouped,
            Grouping grouping) {
        this.commands = commands;
        this.grouped = grouped;
        this.grouping = grouping;
        Bar bar = new Bar(parent, look);
        bar.primary("Run…", "Run a container of an image (Ctrl+R)", () -> commands.run(CommandIds.RUN));
        add(bar, "Start", "Start the selected containers", CommandIds.START);
        add(bar, "Stop", "Stop the selected containers: first politely, after the timeout by force", CommandIds.STOP);
        add(bar, "Restart", "Stop and start the selected containers", CommandIds.RESTART);
        add(bar, "Remove…", "Remove the selected containers; shows first what goes (Del)", CommandIds.REMOVE);
        filter = new FilterField(bar.control(), look, "state:running  image:…  any text", filtered);
        filter.control().setToolTipText(
                "Words that must all fit: any text, or state: image: name: id: project: network: label:\n"
                        + "Commas give alternatives, -word leaves out. Escape clears.");
        bar.add(filter.control(), true);
        group = bar.button("", "How the table is grouped", this::openMenu);
        nameGroup();
        update();
    }

    /** Enables what is possible for the selection. */
    void update() {
        buttons.forEach((command, button) -> {
            boolean possible = commands.canRun(command);
            if (button.isEnabled() != possible) {
                button.setEnabled(possible);
            }
        });
    }

    void focusFilter() {
        filter.control().setFocus();
    }

    void clearFilter() {
        filter.type("");
    }

    void whenDown(Runnable toTable) {
        filter.whenDown(toTable);
    }

    private void add(Bar bar, String label, String tooltip, String command) {
        buttons.put(command, bar.button(label, tooltip, () -> commands.run(command)));
    }

    private void nameGroup() {
        group.setText("Group: " + grouping.label() + " ▾");
        group.getParent().layout();
    }

    private void openMenu() {
        Menu menu = new Menu(group);
        for (Grouping each : Grouping.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(each.description());
            item.setSelection(each == grouping);
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    grouping = each;
                    nameGroup();
                    grouped.accept(each);
                }
            });
        }
        menu.addListener(SWT.Hide, event -> group.getDisplay().asyncExec(menu::dispose));
        Point below = group.toDisplay(0, group.getSize().y + 2);
        menu.setLocation(below);
        menu.setVisible(true);
    }
}
