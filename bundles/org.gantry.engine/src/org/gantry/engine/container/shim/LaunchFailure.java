// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;

/** A container or exec could not be started; nothing of it is left. */
public final class LaunchFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /** Step of executing the program. */
    public static final int EXEC = 26;
    /** Step of finding the user and groups. */
    public static final int USER = 20;
    /** Step of entering the working directory. */
    public static final int WORKDIR = 21;
    /** Step of being told to go on. */
    public static final int ABORTED = 27;

    private static final String[] STEPS = {"", "protocol", "plan", "run folder", "namespace", "id map", "control group", "root",
        "mount", "device", "symbolic link", "masked path", "read-only path", "console", "pivot_root", "host name", "network",
        "kernel parameter", "resource limit", "OOM score", "user", "working directory", "capabilities", "seccomp",
        "standard streams", "log", "program", "abort"};

    private final int step;
    private final int errno;
    private final String detail;

    LaunchFailure(int step, int errno, String detail) {
        super(name(step) + " " + detail + ": errno " + errno);
        this.step = step;
        this.errno = errno;
        this.detail = detail;
    }

    static LaunchFailure read(Payload fields) throws ShimException {
        return new LaunchFailure(fields.u16(), fields.u32(), fields.text());
    }

    /** Number of the step that failed; {@code native/PROTOCOL.md}, section 2.2. */
    public int step() {
        return step;
    }

    public String stepName() {
        return name(step);
    }

    public int errno() {
        return errno;
    }

    /** What was touched: a path, a name; may be empty. */
    public String detail() {
        return detail;
    }

    private static String name(int step) {
        return step > 0 && step < STEPS.length ? STEPS[step] : "step " + step;
    }
}
