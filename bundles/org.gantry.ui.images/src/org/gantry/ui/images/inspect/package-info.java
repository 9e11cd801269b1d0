// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The facts of an image, for the inspector. */
package org.gantry.ui.images.inspect;
