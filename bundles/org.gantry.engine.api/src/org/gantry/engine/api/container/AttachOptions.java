// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * What to attach to.
 *
 * @param stdin true to write
 * @param stdout true to read standard output
 * @param stderr true to read standard error
 */
public record AttachOptions(boolean stdin, boolean stdout, boolean stderr) {
    public static final AttachOptions ALL = new AttachOptions(true, true, true);
}
