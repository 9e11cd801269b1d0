// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.containers.CommandIds;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.table.DataTable;
import org.gantry.ui.look.transfer.ObjectTransfer;

/** A container can be dragged out of the table; an image that is dropped on it is run. */
final class ContainerDragAndDrop {
    private final DataTable<ContainerSummary> table;
    private final LiveContainers live;
    private final Commands commands;

    ContainerDragAndDrop(DataTable<ContainerSummary> table, LiveContainers live, Commands commands) {
        this.table = table;
        this.live = live;
        this.commands = commands;
    }

    void install() {
        DragSource source = new DragSource(table.control(), DND.DROP_COPY | DND.DROP_LINK);
        source.setTransfer(ObjectTransfer.CONTAINER, TextTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = dragged().isPresent();
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                dragged().ifPresent(container -> event.data = ObjectTransfer.CONTAINER.isSupportedType(event.dataType)
                        ? new ContainerSelection(live.engine().map(Engine::id).orElse(""), container.id(), container.name())
                        : container.name());
            }
        });
        DropTarget target = new DropTarget(table.control().getParent(), DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(ObjectTransfer.IMAGE);
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                if (event.detail == DND.DROP_DEFAULT) {
                    event.detail = DND.DROP_COPY;
                }
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof ImageSelection image) {
                    commands.run(CommandIds.RUN, Map.of(CommandIds.IMAGE, image.name()));
                }
            }
        });
    }

    private Optional<ContainerSummary> dragged() {
        return table.selected().stream().findFirst();
    }
}
