// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import java.util.Locale;
import java.util.Optional;

/** Gantry's own icons: one line style on a grid of 20 units, in {@code icons/} of this bundle. */
public enum Icon {
    CONTAINERS, IMAGES, NETWORKS, VOLUMES, DOCKERFILES, CONNECTIONS,
    TERMINAL, LOGS, JOBS, STATS, EVENTS, PROBLEMS, INSPECTOR,
    RUN, START, STOP, RESTART, PAUSE, KILL, REMOVE, LOAD, PULL, TAG, COPY, CLEAR, PIN, SEARCH, FILTER, GROUP, CLOSE, MORE,
    DOWN, RIGHT,
    CLOCK, TAIL, LINK, STARTER, WRAP, SETTINGS, CHECK, INFO,
    /** States differ in shape as well as in colour. */
    STATE_RUNNING, STATE_STOPPED, STATE_PAUSED, STATE_FAILED, STATE_BUSY;

    private static final String FOLDER = "icons/";
    private static final String ENDING = ".svg";

    /** Path inside this bundle. */
    String path() {
        return FOLDER + name().toLowerCase(Locale.ROOT).replace('_', '-') + ENDING;
    }

    /** For icon URIs of the application model: {@code platform:/plugin/org.gantry.ui.look/icons/run.svg}. */
    public String uri() {
        return "platform:/plugin/org.gantry.ui.look/" + path();
    }

    /** The icon an icon URI of the application model names, so that it can be drawn in a tone of the theme. */
    public static Optional<Icon> ofUri(String uri) {
        if (uri == null || uri.isEmpty()) {
            return Optional.empty();
        }
        for (Icon icon : values()) {
            if (uri.equals(icon.uri())) {
                return Optional.of(icon);
            }
        }
        return Optional.empty();
    }
}
