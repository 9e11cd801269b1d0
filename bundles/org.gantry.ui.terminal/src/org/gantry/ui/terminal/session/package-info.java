// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What joins a terminal emulator to a process in a container: streams, flow control, size, end. */
package org.gantry.ui.terminal.session;
