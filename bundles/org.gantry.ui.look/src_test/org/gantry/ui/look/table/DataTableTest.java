// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.WithDisplay;
import org.junit.jupiter.api.Test;

class DataTableTest {
    @Test
    void keepsTheSelectionWhenRowsMove() {
        try (WithDisplay ui = WithDisplay.open()) {
            DataTable<String> table = table(ui);
            table.show(rows("a", "b", "c"));
            table.select(Set.of("b", "c"));
            table.show(rows("new", "c", "a", "b"));
            assertEquals(List.of("c", "b"), table.selected());
            table.show(rows("a", "c"));
            assertEquals(List.of("c"), table.selected());
            table.show(List.of());
            assertEquals(List.of(), table.selected());
        }
    }

    @Test
    void headingsAreNoObjects() {
        try (WithDisplay ui = WithDisplay.open()) {
            DataTable<String> table = table(ui);
            List<String> toggled = new ArrayList<>();
            table.whenToggled(toggled::add);
            List<Entry<String>> rows = new ArrayList<>(List.of(new Entry.Group<>("group", "shop", "1 running", false)));
            rows.addAll(rows("a"));
            table.show(rows);
            table.select(Set.of("group"));
            assertEquals(List.of(), table.selected());
            press(table, SWT.ARROW_RIGHT);
            press(table, SWT.ARROW_LEFT);
            assertEquals(List.of("group"), toggled, "Right has nothing to open, Left closes");
        }
    }

    @Test
    void takingTheFocusChoosesTheFirstObject() {
        try (WithDisplay ui = WithDisplay.open()) {
            DataTable<String> table = table(ui);
            List<List<String>> chosen = new ArrayList<>();
            table.whenSelected(chosen::add);
            List<Entry<String>> rows = new ArrayList<>(List.of(new Entry.Group<>("group", "shop", "", false)));
            rows.addAll(rows("a", "b"));
            table.show(rows);
            table.focus();
            assertEquals(List.of(List.of("a")), chosen);
            table.focus();
            assertEquals(1, chosen.size());
        }
    }

    @Test
    void tellsAssistiveTechnologyWhatCellsShow() {
        try (WithDisplay ui = WithDisplay.open()) {
            DataTable<String> table = table(ui);
            table.show(IntStream.range(0, 5000).<Entry<String>>mapToObj(i -> new Entry.Item<>("k" + i, "row " + i)).toList());
            assertEquals("row 4999", table.control().getItem(4999).getText(0));
        }
    }

    private static void press(DataTable<String> table, int key) {
        Event event = new Event();
        event.keyCode = key;
        table.control().notifyListeners(SWT.KeyDown, event);
    }

    private static DataTable<String> table(WithDisplay ui) {
        ui.shell().setLayout(new FillLayout());
        ui.shell().setSize(400, 300);
        DataTable<String> table = new DataTable<>(ui.shell(), new Look(ui.display(), true), SWT.MULTI,
                List.of(new Column<String>("Name", 100, 1, text -> Cell.of(text, Tone.TEXT), Comparator.naturalOrder())));
        ui.shell().open();
        ui.settle();
        return table;
    }

    private static List<Entry<String>> rows(String... names) {
        return List.of(names).stream().<Entry<String>>map(name -> new Entry.Item<>(name, name)).toList();
    }
}
