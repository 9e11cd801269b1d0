// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images;

/** Ids of commands this bundle calls; its own ones stand in {@code fragment.e4xmi}. */
public final class CommandIds {
    public static final String LOAD = "org.gantry.command.image.load";
    public static final String STARTER = "org.gantry.command.image.starter";
    public static final String TAG = "org.gantry.command.image.tag";
    public static final String REMOVE = "org.gantry.command.image.remove";
    /** Handled by org.gantry.ui.containers. */
    public static final String RUN = "org.gantry.command.container.run";
    /** Parameter of {@link #RUN}: reference or id of the image. */
    public static final String RUN_IMAGE = "org.gantry.parameter.image";
    /** Handled by org.gantry.ui.terminal. */
    public static final String TERMINAL = "org.gantry.command.container.terminal";
    /** Handled by org.gantry.workbench. */
    public static final String RECONNECT = "org.gantry.command.engine.reconnect";

    private CommandIds() {
    }
}
