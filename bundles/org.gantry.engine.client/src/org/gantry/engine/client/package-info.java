// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** An engine that lives elsewhere, spoken to over its HTTP API. */
package org.gantry.engine.client;
