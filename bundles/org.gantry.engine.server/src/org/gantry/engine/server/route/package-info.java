// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What all areas of the API share: routes, versions, parameters, filters, JSON, errors. */
package org.gantry.engine.server.route;
