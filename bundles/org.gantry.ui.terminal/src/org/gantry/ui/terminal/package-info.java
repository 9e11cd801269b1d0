// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** A terminal on a container, drawn by libvte. */
package org.gantry.ui.terminal;
