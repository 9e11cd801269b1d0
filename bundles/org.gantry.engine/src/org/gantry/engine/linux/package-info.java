// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The kernel and system libraries, through JNA; nothing else in the engine calls JNA. */
package org.gantry.engine.linux;
