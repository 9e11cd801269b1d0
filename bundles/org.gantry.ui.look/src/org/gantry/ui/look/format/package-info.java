// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Sizes, times and ids written for people. */
package org.gantry.ui.look.format;
