// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/** Which of a process's outputs some bytes belong to; with a terminal everything is STDOUT. */
public enum StreamKind {
    STDOUT, STDERR
}
