// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The log of the selected container. */
package org.gantry.ui.containers.log;
