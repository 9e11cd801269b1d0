// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What an engine tells about its changes: topics, typed events, the journal. */
package org.gantry.engine.api.event;
