// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What can be dragged. */
package org.gantry.ui.look.transfer;
