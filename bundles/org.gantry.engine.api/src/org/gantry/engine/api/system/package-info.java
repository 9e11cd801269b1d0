// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The engine as a whole: version, host, use of the store. */
package org.gantry.engine.api.system;
