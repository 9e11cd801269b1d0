// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Reading the logs that shims write. */
package org.gantry.engine.container.log;
