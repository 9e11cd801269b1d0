// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Engines' events for views: coalesced, one batch a frame. */
package org.gantry.ui.look.event;
