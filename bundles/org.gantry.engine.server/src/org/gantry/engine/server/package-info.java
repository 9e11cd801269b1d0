// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The Docker Engine API over HTTP, on any engine. */
package org.gantry.engine.server;
