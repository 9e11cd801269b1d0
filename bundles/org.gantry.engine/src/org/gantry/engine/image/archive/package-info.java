// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Image archives: taking them in from a stream, and what their manifests say. */
package org.gantry.engine.image.archive;
