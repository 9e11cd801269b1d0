// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The engine's containers and images as views see them: read once, then kept right by events. */
package org.gantry.ui.look.live;
