// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The tree of images that share layers. */
package org.gantry.ui.images.tree;
