// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.facts;

import java.util.Map;

import org.gantry.ui.look.selection.ObjectSelection;

/** What a click on a fact does. */
public sealed interface FactAction {
    /** A word or two for tooltip and assistive technology. */
    String label();

    /** Executes a command of the application model; parameters by their ids. */
    record RunCommand(String label, String commandId, Map<String, String> parameters) implements FactAction {
        public RunCommand {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Puts a text on the clipboard, such as a full id. */
    record CopyText(String label, String text) implements FactAction {
    }

    /** Makes another object the window's selection. */
    record Select(String label, ObjectSelection selection) implements FactAction {
    }
}
