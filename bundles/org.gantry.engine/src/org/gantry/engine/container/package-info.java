// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The life of a container. */
package org.gantry.engine.container;
