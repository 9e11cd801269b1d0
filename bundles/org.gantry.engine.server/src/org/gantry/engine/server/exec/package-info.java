// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The API's area /exec. */
package org.gantry.engine.server.exec;
