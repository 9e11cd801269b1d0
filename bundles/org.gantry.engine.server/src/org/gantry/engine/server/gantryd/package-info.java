// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The headless program gantryd: options, life, signals. */
package org.gantry.engine.server.gantryd;
