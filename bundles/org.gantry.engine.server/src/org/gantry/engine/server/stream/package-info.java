// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Output and input of processes on connections that left HTTP. */
package org.gantry.engine.server.stream;
