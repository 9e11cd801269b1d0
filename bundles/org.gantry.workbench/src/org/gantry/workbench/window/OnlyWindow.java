// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MessageBox;
import org.eclipse.swt.widgets.Shell;

/** One window at a time remembers its state in one folder. The platform would say so in a dialog outside of the screen, and wait for it. */
public final class OnlyWindow {
    /** Whether another window uses this one's folder. If so the person has been told, and this process has nothing more to do. */
    public boolean isOpenElsewhere(Display display) {
        Location state = Platform.getInstanceLocation();
        try {
            if (state == null || !state.isSet() || !state.isLocked()) {
                return false;
            }
        } catch (IOException e) {
            // The platform meets the same failure in a moment, and tells of it.
            ILog.of(OnlyWindow.class).error("Cannot see whether " + state.getURL() + " is in use: " + e.getMessage(), e);
            return false;
        }
        Shell owner = new Shell(display);
        MessageBox box = new MessageBox(owner, SWT.ICON_INFORMATION | SWT.OK);
        box.setText("Gantry");
        box.setMessage("Gantry's window is open already. Go to that one; or start another with -data and a folder of its own.");
        box.open();
        owner.dispose();
        return true;
    }
}
