// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Layers: tar in and out, overlay, difference. */
package org.gantry.engine.layer;
