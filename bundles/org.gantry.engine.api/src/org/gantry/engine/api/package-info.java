// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The Engine service and its parts: depends on the JDK alone. */
package org.gantry.engine.api;
