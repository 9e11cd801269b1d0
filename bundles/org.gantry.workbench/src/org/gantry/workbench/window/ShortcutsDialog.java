// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.model.application.commands.MParameter;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.control.LookDialog;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.Column;
import org.gantry.ui.look.table.DataTable;
import org.gantry.ui.look.table.Entry;

/** Every key and what it does, as the application model has them. */
final class ShortcutsDialog extends LookDialog {
    private final MApplication application;

    /** A line of the list. */
    private record Shortcut(String keys, String name, String context) implements Comparable<Shortcut> {
        @Override
        public int compareTo(Shortcut other) {
            return Comparator.comparing(Shortcut::name).thenComparing(Shortcut::keys).thenComparing(Shortcut::context)
                    .compare(this, other);
        }
    }

    ShortcutsDialog(Shell parent, Look look, MApplication application) {
        super(parent, look, "Keyboard Shortcuts", "Ctrl+K finds every command and object by a few letters.", "Close",
                StyleClass.PRIMARY);
        this.application = application;
    }

    @Override
    protected void createContent(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        parent.setLayout(layout);
        DataTable<Shortcut> table = new DataTable<>(parent, look(), SWT.SINGLE, List.of(
                new Column<>("Keys", 130, 0, shortcut -> Cell.of(shortcut.keys(), Tone.TEXT), null),
                new Column<>("What", 240, 1, shortcut -> Cell.of(shortcut.name(), Tone.MUTED), null)));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = 440;
        data.heightHint = 11 * DataTable.ROW_HEIGHT;
        table.control().setLayoutData(data);
        table.show(shortcuts().stream().<Entry<Shortcut>>map(shortcut -> new Entry.Item<>(shortcut.toString(), shortcut)).toList());
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return id == IDialogConstants.CANCEL_ID ? null : super.createButton(parent, id, label, isDefault);
    }

    private Set<Shortcut> shortcuts() {
        Set<Shortcut> all = new TreeSet<>();
        application.getBindingTables().forEach(table -> table.getBindings().forEach(binding -> {
            if (binding.getCommand() != null) {
                all.add(new Shortcut(format(binding.getKeySequence()), name(binding), table.getElementId()));
            }
        }));
        return all;
    }

    private static String name(MKeyBinding binding) {
        String name = binding.getCommand().getLocalizedCommandName();
        List<String> values = binding.getParameters().stream().map(MParameter::getValue).toList();
        return values.isEmpty() ? name : name + ": " + String.join(", ", values);
    }

    private static String format(String sequence) {
        try {
            return KeySequence.getInstance(sequence).format();
        } catch (ParseException e) {
            // Shown as the model has it, so that the mistake can be found.
            return sequence;
        }
    }
}
