// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What is selected in the window. */
package org.gantry.ui.look.selection;
