// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.notice;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.control.StateView;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.Column;
import org.gantry.ui.look.table.DataTable;
import org.gantry.ui.look.table.Entry;

/** Everything that failed since the window opened: what was tried, why it failed, what to do. */
public final class ProblemsPart {
    private final Look look;
    private final Problems problems;
    private final StackLayout pages = new StackLayout();
    private Composite root;
    private StateView empty;
    private DataTable<Problem> table;

    @Inject
    public ProblemsPart(Look look, Problems problems) {
        this.look = look;
        this.problems = problems;
    }

    @PostConstruct
    void create(Composite parent) {
        root = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        root.setLayout(pages);
        empty = new StateView(root, look);
        empty.showEmpty(Icon.CHECK, "No problems", "What fails is listed here: what was tried, why it failed and what to do.", List.of());
        List<Column<Problem>> columns = List.of(
                new Column<>("", 34, 0, problem -> Cell.icon(Icon.STATE_FAILED, Tone.FAILED, "failed"), null),
                new Column<>("When", 110, 0, problem -> Cell.of(Formats.ago(problem.time(), Instant.now()), Tone.MUTED)
                        .explained(Formats.exact(problem.time())), null),
                new Column<>("Tried", 180, 3, problem -> text(problem.failure().tried(), Tone.TEXT), null),
                new Column<>("Why", 180, 3, problem -> text(problem.failure().why(), Tone.MUTED), null),
                new Column<>("What to do", 180, 3, problem -> text(problem.failure().remedy(), Tone.MUTED), null));
        table = new DataTable<>(root, look, SWT.MULTI, columns);
        createMenu();
        problems.follow(root, this::show);
    }

    @Focus
    void focus() {
        pages.topControl.setFocus();
    }

    private void createMenu() {
        Menu menu = new Menu(table.control());
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText("Copy");
        copy.addListener(SWT.Selection, event -> copy());
        MenuItem clear = new MenuItem(menu, SWT.PUSH);
        clear.setText("Clear All");
        clear.addListener(SWT.Selection, event -> problems.clear());
        table.control().setMenu(menu);
    }

    private void copy() {
        List<String> sentences = table.selected().stream().map(problem -> problem.failure().sentence()).toList();
        if (sentences.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(root.getDisplay());
        clipboard.setContents(new Object[] {String.join("\n", sentences)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void show() {
        List<Problem> all = problems.newestFirst();
        table.show(all.stream().<Entry<Problem>>map(problem -> new Entry.Item<>(String.valueOf(problem.number()), problem)).toList());
        pages.topControl = all.isEmpty() ? empty : table.control();
        root.layout();
    }

    private static Cell text(String words, Tone tone) {
        return Cell.of(words, tone).explained(words);
    }
}
