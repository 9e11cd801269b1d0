// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The e4 application: window, commands, connections, themes. */
package org.gantry.workbench;
