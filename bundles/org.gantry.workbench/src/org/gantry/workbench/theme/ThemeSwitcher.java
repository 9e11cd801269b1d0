// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.theme;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Decides between the light and the dark theme and switches live. The person's choice is kept in the preferences of this installation.
 * UI thread.
 */
public final class ThemeSwitcher {
    public static final String LIGHT_THEME = "org.gantry.theme.light";
    /** Must contain "dark": by that the platform's own GTK support turns GTK dark. */
    public static final String DARK_THEME = "org.gantry.theme.dark";

    private static final String NODE = "org.gantry.workbench";
    private static final String KEY = "appearance";
    private static final String ENGINE_NODE = "org.eclipse.e4.ui.css.swt.theme";
    private static final String ENGINE_KEY = "themeid";

    private final ChromeStyle sheet = new ChromeStyle();
    private final boolean desktopDark;

    ThemeSwitcher(boolean desktopDark) {
        this.desktopDark = desktopDark;
    }

    /** Reads the desktop's mind and prepares the theme, before any widget exists. */
    public static ThemeSwitcher start() {
        ThemeSwitcher switcher = new ThemeSwitcher(new DesktopAppearance().isDark());
        // The engine restores the theme named here when it comes up.
        InstanceScope.INSTANCE.getNode(ENGINE_NODE).put(ENGINE_KEY, switcher.theme());
        switcher.sheet.apply(switcher.isDark());
        return switcher;
    }

    /** What the person chose. */
    public Appearance appearance() {
        return Appearance.ofKey(preferences().get(KEY, "")).orElse(Appearance.SYSTEM);
    }

    /** Whether the dark theme is in force. */
    public boolean isDark() {
        return switch (appearance()) {
            case SYSTEM -> desktopDark;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /** Keeps the choice and shows it at once. */
    public void choose(Appearance appearance, IThemeEngine engine) {
        preferences().put(KEY, appearance.key());
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            ILog.of(ThemeSwitcher.class).error("Cannot keep the appearance for the next start: " + e.getMessage(), e);
        }
        sheet.apply(isDark());
        engine.setTheme(theme(), true);
    }

    private String theme() {
        return isDark() ? DARK_THEME : LIGHT_THEME;
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
