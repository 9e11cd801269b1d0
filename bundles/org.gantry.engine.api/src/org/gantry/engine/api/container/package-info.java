// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Containers and what runs in them. */
package org.gantry.engine.api.container;
