// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Links, addresses and the firewall. */
package org.gantry.engine.network;
