// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.theme;

import java.util.Locale;
import java.util.Optional;

/** What the person wants the window to look like. */
public enum Appearance {
    /** As the desktop says. */
    SYSTEM,
    LIGHT,
    DARK;

    /** The name in preferences and command parameters, such as {@code dark}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Appearance> ofKey(String key) {
        for (Appearance appearance : values()) {
            if (appearance.key().equals(key)) {
                return Optional.of(appearance);
            }
        }
        return Optional.empty();
    }
}
