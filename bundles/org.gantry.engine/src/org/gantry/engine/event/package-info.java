// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The ordered journal and the bus. */
package org.gantry.engine.event;
