// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The table of containers: rows, groups, filter. */
package org.gantry.ui.containers.list;
