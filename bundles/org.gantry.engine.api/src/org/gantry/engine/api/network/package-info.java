// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Networks and the addresses in them. */
package org.gantry.engine.api.network;
