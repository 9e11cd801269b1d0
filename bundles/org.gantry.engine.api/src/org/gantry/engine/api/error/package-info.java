// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The kinds of error an engine reports, and their exceptions. */
package org.gantry.engine.api.error;
