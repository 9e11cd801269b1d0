// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

/** Types of frames. Source: {@code native/PROTOCOL.md}, section 1. */
final class FrameType {
    static final int HELLO = 1;
    static final int START = 2;
    static final int GO = 3;
    static final int STATE = 10;
    static final int ATTACH = 11;
    static final int IN = 12;
    static final int CLOSE_STDIN = 13;
    static final int EXEC = 14;
    static final int EXEC_STATE = 15;
    static final int RESIZE = 16;
    static final int SIGNAL = 17;
    static final int WAIT = 18;
    static final int CREATED = 40;
    static final int STARTED = 41;
    static final int FAILED = 42;
    static final int EXIT = 43;
    static final int OK = 44;
    static final int ERROR = 45;
    static final int STATE_REPLY = 46;
    static final int ATTACHED = 47;
    static final int OUT = 48;
    static final int ERR = 49;
    static final int END = 50;
    static final int EXEC_STATE_REPLY = 51;

    private FrameType() {
    }
}
