// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** HTTP on unix sockets: connections, requests, streams, and leaving HTTP. Knows nothing of the Docker API. */
package org.gantry.engine.server.http;
