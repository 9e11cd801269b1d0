// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The terminal view: sessions with containers in the bottom stack of the window. */
package org.gantry.ui.terminal;
