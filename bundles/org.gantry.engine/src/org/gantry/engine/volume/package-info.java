// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Volumes on disk. */
package org.gantry.engine.volume;
