// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import jakarta.inject.Named;

import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.ui.containers.CommandIds;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.WindowSelection;

/**
 * Handles {@code org.gantry.command.container.run}: asks how, creates and starts the container, selects it, opens its terminal.
 */
public final class RunHandler {
    @CanExecute
    boolean canExecute(LiveImages images) {
        return !images.items().isEmpty();
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, Engine engine, Look look, LiveImages images,
            LiveContainers containers, WindowSelection selection, Commands commands, FailurePresenter failures,
            @Optional @Named(CommandIds.IMAGE) String image) {
        Set<String> names = containers.items().stream().map(ContainerSummary::name).collect(Collectors.toSet());
        RunDialog dialog = new RunDialog(shell, look, images.items(), names, first(image, selection),
                new EngineImage(engine, new EngineCalls(shell, failures)));
        if (dialog.open() != Window.OK) {
            return;
        }
        RunRequest request = dialog.request();
        new EngineCalls(shell, failures).call("Cannot run " + request.image(), () -> run(engine, request), created -> {
            selection.select(new ContainerSelection(engine.id(), created.id(), created.name()));
            if (request.terminal()) {
                commands.run(CommandIds.TERMINAL);
            }
        });
    }

    /** The container that runs now. */
    private record Started(String id, String name) {
    }

    /** A container that cannot be started stays, so that its state tells why. */
    private static Started run(Engine engine, RunRequest request) {
        CreatedContainer created = engine.containers().create(request.spec());
        engine.containers().start(created.id());
        return new Started(created.id(), engine.containers().inspect(created.id()).summary().name());
    }

    private static String first(String given, WindowSelection selection) {
        if (given != null && !given.isEmpty()) {
            return given;
        }
        return selection.allOf(ImageSelection.class).stream().findFirst().map(ImageSelection::name).orElse("");
    }
}
