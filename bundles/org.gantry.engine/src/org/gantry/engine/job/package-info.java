// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Long work and its progress. */
package org.gantry.engine.job;
