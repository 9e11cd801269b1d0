// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Calls of the engine off the UI thread, and the one way failures are shown. */
package org.gantry.ui.look.call;
