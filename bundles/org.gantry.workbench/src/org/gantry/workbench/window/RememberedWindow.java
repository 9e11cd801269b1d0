// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Decides whether the window is restored as it was left. The platform saves the whole application model, menus and commands included; a
 * model of another release would hide what is new, so after a change of our bundles the window begins anew.
 */
public final class RememberedWindow {
    private static final String OURS = "org.gantry.";
    private static final String NODE = "org.gantry.workbench";
    private static final String KEY = "model";

    /** Before the model is loaded. */
    public void check() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
        String now = release();
        if (now.equals(preferences.get(KEY, ""))) {
            return;
        }
        System.setProperty(IWorkbench.CLEAR_PERSISTED_STATE, Boolean.TRUE.toString());
        preferences.put(KEY, now);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(RememberedWindow.class).error("Cannot remember the release of the window's model: " + e.getMessage(), e);
        }
    }

    private static String release() {
        BundleContext context = FrameworkUtil.getBundle(RememberedWindow.class).getBundleContext();
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().startsWith(OURS))
                .map(RememberedWindow::nameAndVersion).sorted().collect(Collectors.joining(" "));
    }

    private static String nameAndVersion(Bundle bundle) {
        return bundle.getSymbolicName() + "/" + bundle.getVersion();
    }
}
