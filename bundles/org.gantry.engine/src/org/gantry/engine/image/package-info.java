// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Blobs, manifests and tags. */
package org.gantry.engine.image;
