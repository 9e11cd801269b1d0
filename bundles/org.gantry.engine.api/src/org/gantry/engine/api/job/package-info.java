// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Long work with progress, log and outcome. */
package org.gantry.engine.api.job;
