// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Commands of the terminal view. */
package org.gantry.ui.terminal.handler;
