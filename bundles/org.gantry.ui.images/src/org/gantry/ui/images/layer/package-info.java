// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The layers of the chosen image. */
package org.gantry.ui.images.layer;
