// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The API's /_ping, /version and /info. */
package org.gantry.engine.server.system;
