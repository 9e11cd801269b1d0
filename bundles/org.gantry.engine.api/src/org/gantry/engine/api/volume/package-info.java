// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Volumes. */
package org.gantry.engine.api.volume;
