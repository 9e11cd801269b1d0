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
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
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
import org.gantry.workbench.theme.ChromeStyle;

/** Finds any command or object by a few letters: type, choose with the arrow keys, Enter. Escape closes it. */
final class PaletteWindow {
    private static final int WIDTH = 640;
    private static final int ROWS = 11;
    private static final int TOP = 96;
    private static final int LABEL = 40;
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
        field = look.paint(new Text(shell, SWT.SINGLE), Tone.RAISED, Tone.TEXT, Type.TITLE);
        ChromeStyle.name(field.handle, "gantry-palette");
        field.setMessage(NAME);
        field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = NAME;
            }
        });
        GridData fieldData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        fieldData.heightHint = 40;
        field.setLayoutData(fieldData);
        Rule.horizontal(shell, look);
        table = new DataTable<>(shell, look, SWT.SINGLE, List.of(
                new Column<>("", 300, 3, PaletteWindow::icon, null),
                new Column<>("", 160, 2, ranked -> Cell.of(Run.muted(ranked.entry().detail())), null),
                new Column<>("", 90, 0, ranked -> Cell.of(Run.muted(ranked.entry().shortcut())), null)));
        table.control().setHeaderVisible(false);
        table.control().addListener(SWT.PaintItem, this::drawLabel);
        GridData tableData = new GridData(SWT.FILL, SWT.FILL, true, true);
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
        shell.setLocation(window.x + (window.width - WIDTH) / 2, window.y + TOP);
        shell.open();
        field.setFocus();
    }

    private void search() {
        shown = ranking.rank(field.getText(), entries);
        List<Entry<PaletteRanking.Ranked>> found = new ArrayList<>();
        shown.forEach(ranked -> found.add(new Entry.Item<>(ranked.entry().key(), ranked)));
        table.show(found);
        ((GridData) none.getLayoutData()).exclude = !shown.isEmpty();
        none.setVisible(shown.isEmpty());
        GridData rows = (GridData) table.control().getLayoutData();
        rows.exclude = shown.isEmpty();
        rows.heightHint = Math.min(ROWS, shown.size()) * DataTable.ROW_HEIGHT;
        table.control().setVisible(!shown.isEmpty());
        shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
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

    /** The cell has the icon, and the label for assistive technology; the label itself is drawn with its letters highlighted. */
    private static Cell icon(PaletteRanking.Ranked ranked) {
        return Cell.icon(ranked.entry().icon(), ranked.entry().tone(), ranked.entry().label());
    }

    private void drawLabel(Event event) {
        int row = event.index == 0 ? table.control().indexOf((TableItem) event.item) : -1;
        if (row < 0 || row >= shown.size()) {
            return;
        }
        PaletteRanking.Ranked ranked = shown.get(row);
        TextLayout layout = new TextLayout(event.display);
        layout.setFont(look.font(Type.BODY));
        layout.setText(ranked.entry().label());
        TextStyle hit = new TextStyle(look.font(Type.BODY_STRONG), look.color(Tone.ACCENT), null);
        ranked.positions().forEach(at -> layout.setStyle(hit, at, at));
        Rectangle cell = ((TableItem) event.item).getBounds(0);
        event.gc.setForeground(look.color(Tone.TEXT));
        layout.draw(event.gc, cell.x + LABEL, event.y + (event.height - layout.getBounds().height) / 2);
        layout.dispose();
    }
}
