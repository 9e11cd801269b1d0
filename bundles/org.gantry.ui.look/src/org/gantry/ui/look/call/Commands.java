// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.call;

import jakarta.inject.Inject;

import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;

/** Executes commands of the application model by id: the way views reach what other bundles do. UI thread only. */
@Creatable
public final class Commands {
    private final ECommandService commands;
    private final EHandlerService handlers;

    @Inject
    public Commands(ECommandService commands, EHandlerService handlers) {
        this.commands = commands;
        this.handlers = handlers;
    }

    public void run(String id) {
        run(id, Map.of());
    }

    /** Does nothing when no bundle handles the command, or when it is not possible now. */
    public void run(String id, Map<String, String> parameters) {
        ParameterizedCommand command = command(id, parameters);
        if (command != null && handlers.canExecute(command)) {
            handlers.executeHandler(command);
        }
    }

    /** True when somebody handles the command and it is possible now. */
    public boolean canRun(String id) {
        return canRun(id, Map.of());
    }

    public boolean canRun(String id, Map<String, String> parameters) {
        ParameterizedCommand command = command(id, parameters);
        return command != null && handlers.canExecute(command);
    }

    private ParameterizedCommand command(String id, Map<String, String> parameters) {
        if (!commands.getCommand(id).isDefined()) {
            return null;
        }
        return commands.createCommand(id, Map.copyOf(parameters));
    }
}
