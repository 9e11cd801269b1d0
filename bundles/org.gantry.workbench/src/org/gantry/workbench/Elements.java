// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench;

/** Ids of model elements that code refers to; they stand in Application.e4xmi. */
public final class Elements {
    public static final String WINDOW = "org.gantry.window";
    /** The perspective stack; each perspective in it is an activity, except covers. */
    public static final String ACTIVITIES = "org.gantry.workbench.activities";
    public static final String ACTIVITY_CONTAINERS = "org.gantry.activity.containers";
    public static final String ACTIVITY_IMAGES = "org.gantry.activity.images";
    /** The perspective shown instead of an activity: welcome, no engine. */
    public static final String COVER = "org.gantry.workbench.cover";
    /** Tag of perspectives that are no activities. */
    public static final String COVER_TAG = "org.gantry.cover";
    /** Shared element: facts of the selection. */
    public static final String INSPECTOR = "org.gantry.workbench.inspector";
    /** Shared element: the stack of terminal, logs, jobs and so on. */
    public static final String BOTTOM = "org.gantry.workbench.bottom";
    public static final String JOBS = "org.gantry.workbench.jobs";
    public static final String PROBLEMS = "org.gantry.workbench.problems";

    private Elements() {
    }
}
