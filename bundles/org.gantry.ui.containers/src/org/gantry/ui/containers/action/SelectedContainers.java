// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.WindowSelection;

/** The selected containers as they are now. */
@Creatable
public final class SelectedContainers {
    private final WindowSelection selection;
    private final LiveContainers live;

    @Inject
    public SelectedContainers(WindowSelection selection, LiveContainers live) {
        this.selection = selection;
        this.live = live;
    }

    /** Empty when none, or something else, is selected; containers that are gone are left out. */
    public List<ContainerSummary> all() {
        return selection.allOf(ContainerSelection.class).stream().map(chosen -> live.find(chosen.containerId()))
                .flatMap(Optional::stream).toList();
    }
}
