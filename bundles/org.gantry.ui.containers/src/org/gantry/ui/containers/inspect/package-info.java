// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The facts of a container, for the inspector. */
package org.gantry.ui.containers.inspect;
