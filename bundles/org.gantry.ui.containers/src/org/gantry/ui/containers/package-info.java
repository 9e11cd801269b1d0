// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The containers of an engine and the selected one. */
package org.gantry.ui.containers;
