// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers;

/** Ids of commands this bundle calls; its own ones stand in {@code fragment.e4xmi}. */
public final class CommandIds {
    /** Parameter of {@link #RUN}: reference or id of the image; without it the person chooses. */
    public static final String IMAGE = "org.gantry.parameter.image";
    public static final String RUN = "org.gantry.command.container.run";
    public static final String START = "org.gantry.command.container.start";
    public static final String STOP = "org.gantry.command.container.stop";
    public static final String RESTART = "org.gantry.command.container.restart";
    public static final String REMOVE = "org.gantry.command.container.remove";
    public static final String LOGS = "org.gantry.command.container.logs";
    /** Handled by org.gantry.ui.terminal. */
    public static final String TERMINAL = "org.gantry.command.container.terminal";
    /** Handled by org.gantry.ui.images. */
    public static final String LOAD_IMAGE = "org.gantry.command.image.load";
    /** Handled by org.gantry.ui.images. */
    public static final String STARTER_IMAGE = "org.gantry.command.image.starter";
    /** Handled by org.gantry.workbench. */
    public static final String RECONNECT = "org.gantry.command.engine.reconnect";

    private CommandIds() {
    }
}
