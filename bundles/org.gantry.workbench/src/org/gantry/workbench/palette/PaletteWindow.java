// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.Rule;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.Column;
import org.gantry.ui.look.table.DataTable;
import org.gantry.ui.look.table.Entry;
import org.gantry.ui.look.table.Run;

/** Finds any command or object by a few letters: type, choose with the arrow keys, Enter. Escape closes it. */
final class PaletteWindow {
    private static final int WIDTH = 640;
    private static final int ROWS = 11;
    private static final int TOP = 72;
    private static final String NAME = "Find any command or object";

    private final Look look;
    private final List<PaletteEntry> entries;
    private final PaletteRanking ranking = new PaletteRanking();
    private final Shell shell;
    private final Text field;
    private final DataTable<PaletteRanking.Ranked> table;
    private final Label none;
    private List<PaletteRanking.Ranked> shown = List.of();
    private int chosen;

    PaletteWindow(Shell parent, Look look, List<PaletteEntry> entries) {
        this.look = look;
        this.entries = entries;
        shell = look.paint(new Shell(parent, SWT.NO_TRIM), Tone.LINE, Tone.TEXT);
        shell.setText(NAME);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 1;
        layout.marginHeight = 1;
        layout.verticalSpacing = 0;
        shell.setLayout(layout);
        field = look.paint(new Text(shell, SWT.SINGLE | SWT.SEARCH), Tone.RAISED, Tone.TEXT, Type.TITLE);
        field.setMessage(NAME);
        field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = NAME;
            }
        });
        GridData fieldData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        fieldData.heightHint = 30;
        field.setLayoutData(fieldData);
        Rule.horizontal(shell, look);
        table = new DataTable<>(shell, look, SWT.SINGLE, List.of(
                new Column<>("", 300, 3, this::label, null),
                new Column<>("", 160, 2, ranked -> Cell.of(Run.muted(ranked.entry().detail())), null),
                new Column<>("", 90, 0, ranked -> Cell.of(Run.muted(ranked.entry().shortcut())), null)));
        table.control().setHeaderVisible(false);
        GridData tableData = new GridData(SWT.FILL, SWT.FILL, true, true);
        tableData.heightHint = ROWS * DataTable.ROW_HEIGHT;
        table.control().setLayoutData(tableData);
        none = look.paint(new Label(shell, SWT.NONE), Tone.BACKGROUND, Tone.MUTED, Type.BODY);
        none.setText("   Nothing has these letters in this order.");
        GridData noneData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        noneData.heightHint = DataTable.ROW_HEIGHT;
        none.setLayoutData(noneData);
        field.addListener(SWT.Modify, event -> search());
        field.addListener(SWT.KeyDown, this::key);
        field.addListener(SWT.DefaultSelection, event -> choose());
        table.whenOpened(ranked -> run(ranked));
        table.control().addListener(SWT.MouseUp, event -> table.selected().stream().findFirst().ifPresent(this::run));
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
        shell.addListener(SWT.Deactivate, event -> shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed() && shell.getDisplay().getActiveShell() != shell) {
                shell.close();
            }
        }));
    }

    void open() {
        search();
        Rectangle window = shell.getParent().getBounds();
        int height = shell.computeSize(WIDTH, SWT.DEFAULT).y;
        shell.setBounds(window.x + (window.width - WIDTH) / 2, window.y + TOP, WIDTH, Math.min(height, window.height - TOP));
        shell.open();
        field.setFocus();
    }

    private void search() {
        shown = ranking.rank(field.getText(), entries);
        List<Entry<PaletteRanking.Ranked>> rows = new ArrayList<>();
        shown.forEach(ranked -> rows.add(new Entry.Item<>(ranked.entry().key(), ranked)));
        table.show(rows);
        ((GridData) none.getLayoutData()).exclude = !shown.isEmpty();
        none.setVisible(shown.isEmpty());
        shell.layout(true, true);
        mark(0);
    }

    private void mark(int index) {
        chosen = Math.max(0, Math.min(index, shown.size() - 1));
        if (!shown.isEmpty()) {
            String key = shown.get(chosen).entry().key();
            table.select(Set.of(key));
            table.reveal(key);
        }
    }

    private void key(Event event) {
        int step = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> 1;
            case SWT.ARROW_UP -> -1;
            case SWT.PAGE_DOWN -> ROWS - 1;
            case SWT.PAGE_UP -> 1 - ROWS;
            default -> 0;
        };
        if (step != 0) {
            event.doit = false;
            mark(chosen + step);
        }
    }

    private void choose() {
        Optional.of(shown).filter(all -> !all.isEmpty()).map(all -> all.get(chosen)).ifPresent(this::run);
    }

    private void run(PaletteRanking.Ranked ranked) {
        shell.close();
        // The window must have the focus again before a handler looks for the active part.
        look.display().asyncExec(ranked.entry().action());
    }

    private Cell label(PaletteRanking.Ranked ranked) {
        String label = ranked.entry().label();
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < label.length()) {
            boolean hit = ranked.positions().contains(at);
            int end = at + 1;
            while (end < label.length() && ranked.positions().contains(end) == hit) {
                end++;
            }
            runs.add(new Run(label.substring(at, end), hit ? Tone.ACCENT : Tone.TEXT, hit ? Type.BODY_STRONG : Type.BODY));
            at = end;
        }
        return Cell.of(runs.toArray(Run[]::new)).with(ranked.entry().icon(), ranked.entry().tone());
    }
}
