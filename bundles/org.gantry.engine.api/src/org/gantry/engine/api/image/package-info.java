// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Images, their layers and history. */
package org.gantry.engine.api.image;
