// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

/** Makes parts of error messages stand alone. */
final class Sentences {
    private Sentences() {
    }

    /** With a capital at the beginning and a full stop at the end. */
    static String sentence(String part) {
        if (part.isEmpty()) {
            return part;
        }
        String begun = Character.toUpperCase(part.charAt(0)) + part.substring(1);
        return begun.endsWith(".") || begun.endsWith("!") || begun.endsWith("?") ? begun : begun + ".";
    }
}
