// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import java.time.Instant;
import java.util.List;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.LookDialog;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.format.StateText;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.Column;
import org.gantry.ui.look.table.DataTable;
import org.gantry.ui.look.table.Entry;

/** Asks before containers are removed and says exactly what goes and what stays. */
final class RemoveDialog extends LookDialog {
    private static final int MOST_ROWS = 8;
    private static final int WIDTH = 520;

    private final List<ContainerDetails> containers;
    private boolean volumes;

    RemoveDialog(Shell parent, Look look, List<ContainerDetails> containers) {
        super(parent, look, heading(containers), consequence(containers), "Remove", StyleClass.DANGER);
        this.containers = containers;
    }

    /** True when anonymous volumes go as well. */
    boolean removesVolumes() {
        return volumes;
    }

    @Override
    protected void createContent(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(parent);
        createTable(parent);
        long anonymous = containers.stream().flatMap(container -> container.spec().host().mounts().stream())
                .filter(RemoveDialog::isAnonymous).count();
        if (anonymous > 0) {
            Button also = look().paint(new Button(parent, SWT.CHECK), Tone.PANEL, Tone.TEXT, Type.BODY);
            also.setText("Remove " + Formats.count(anonymous, "anonymous volume") + " with all data in "
                    + (anonymous == 1 ? "it" : "them"));
            also.addListener(SWT.Selection, event -> volumes = also.getSelection());
        }
        Label stays = look().paint(new Label(parent, SWT.WRAP), Tone.PANEL, Tone.MUTED, Type.SMALL);
        stays.setText("Images, named volumes and files of the host stay.");
    }

    private void createTable(Composite parent) {
        Instant now = Instant.now();
        DataTable<ContainerDetails> table = new DataTable<>(parent, look(), SWT.SINGLE, List.of(
                new Column<>("Container", 120, 2, container -> name(container.summary(), now), null),
                new Column<>("Image", 100, 2, container -> Cell.of(container.summary().image(), Tone.MUTED), null),
                new Column<>("Now", 140, 3, container -> state(container.summary(), now), null)));
        Table control = table.control();
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        data.heightHint = DataTable.ROW_HEIGHT * Math.min(MOST_ROWS, containers.size());
        control.setLayoutData(data);
        table.show(containers.stream().<Entry<ContainerDetails>>map(each -> new Entry.Item<>(each.summary().id(), each))
                .toList());
    }

    private static Cell name(ContainerSummary container, Instant now) {
        StateText state = StateText.of(container, now);
        return Cell.of(container.name(), Tone.TEXT).with(state.icon(), state.tone());
    }

    private static Cell state(ContainerSummary container, Instant now) {
        StateText state = StateText.of(container, now);
        return container.state().isAlive() ? Cell.of(state.text() + ", will be killed", Tone.FAILED)
                : Cell.of(state.text(), Tone.MUTED);
    }

    private static String heading(List<ContainerDetails> containers) {
        return containers.size() == 1 ? "Remove " + containers.get(0).summary().name() + "?"
                : "Remove " + containers.size() + " containers?";
    }

    private static String consequence(List<ContainerDetails> containers) {
        return containers.size() == 1 ? "Files written inside the container and its log are deleted. This cannot be undone."
                : "Files written inside these containers and their logs are deleted. This cannot be undone.";
    }

    private static boolean isAnonymous(MountSpec mount) {
        return mount.type() == MountSpec.Type.VOLUME && mount.source().isEmpty();
    }
}
