// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Talking to the native launcher and to shims; the protocol is {@code native/PROTOCOL.md}. */
package org.gantry.engine.container.shim;
