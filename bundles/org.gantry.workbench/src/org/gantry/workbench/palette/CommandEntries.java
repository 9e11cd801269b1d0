// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.bindings.EBindingService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MParameter;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.bindings.TriggerSequence;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Tone;

/** Every command that is possible now: those of the menus with their parameters, and those that only have a name. UI thread. */
@Creatable
final class CommandEntries {
    private static final String PALETTE = "org.gantry.command.palette";
    private static final String PATH = " › ";

    private final MApplication application;
    private final MWindow window;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final EBindingService bindings;

    @Inject
    CommandEntries(MApplication application, MWindow window, ECommandService commands, EHandlerService handlers,
            EBindingService bindings) {
        this.application = application;
        this.window = window;
        this.commands = commands;
        this.handlers = handlers;
        this.bindings = bindings;
    }

    List<PaletteEntry> all() {
        Map<String, PaletteEntry> entries = new LinkedHashMap<>();
        if (window.getMainMenu() != null) {
            collect(window.getMainMenu(), "", entries);
        }
        for (MCommand command : application.getCommands()) {
            boolean plain = command.getParameters().stream().allMatch(parameter -> parameter.isOptional());
            boolean known = entries.keySet().stream().anyMatch(key -> key.startsWith(command.getElementId() + "("));
            if (plain && !known) {
                add(command, Map.of(), command.getLocalizedCommandName(), "", entries);
            }
        }
        return new ArrayList<>(entries.values());
    }

    private void collect(MMenu menu, String path, Map<String, PaletteEntry> entries) {
        for (MMenuElement element : menu.getChildren()) {
            if (!element.isVisible() || !element.isToBeRendered()) {
                continue;
            }
            if (element instanceof MMenu inner) {
                String name = LegacyActionTools.removeMnemonics(inner.getLocalizedLabel());
                collect(inner, path.isEmpty() ? name : path + PATH + name, entries);
            } else if (element instanceof MHandledMenuItem item && item.getCommand() != null) {
                Map<String, String> parameters = new HashMap<>();
                for (MParameter parameter : item.getParameters()) {
                    parameters.put(parameter.getName(), parameter.getValue());
                }
                add(item.getCommand(), parameters, item.getLocalizedLabel(), path, entries);
            }
        }
    }

    private void add(MCommand model, Map<String, String> parameters, String label, String path, Map<String, PaletteEntry> entries) {
        String id = model.getElementId();
        if (id.equals(PALETTE) || label == null || label.isEmpty() || !commands.getCommand(id).isDefined()) {
            return;
        }
        String name = LegacyActionTools.removeMnemonics(label);
        ParameterizedCommand command = commands.createCommand(id, parameters);
        if (command != null && handlers.canExecute(command)) {
            TriggerSequence keys = bindings.getBestSequenceFor(command);
            String key = id + "(" + parameters + ")";
            entries.putIfAbsent(key, new PaletteEntry(key, name, path, keys == null ? "" : keys.format(), Icon.RIGHT, Tone.MUTED,
                    () -> handlers.executeHandler(command)));
        }
    }
}
