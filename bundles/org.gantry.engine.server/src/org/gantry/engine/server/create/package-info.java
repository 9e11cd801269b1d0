// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Reads what containers are asked to be. */
package org.gantry.engine.server.create;
