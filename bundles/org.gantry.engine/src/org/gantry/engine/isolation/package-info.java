// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Launch plans, control groups, capabilities, seccomp. */
package org.gantry.engine.isolation;
