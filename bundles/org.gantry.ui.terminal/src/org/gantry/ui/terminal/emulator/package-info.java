// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What a terminal emulator is to the rest of Gantry, whatever draws it. */
package org.gantry.ui.terminal.emulator;
