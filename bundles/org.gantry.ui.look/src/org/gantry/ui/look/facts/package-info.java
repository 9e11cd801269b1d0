// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Facts about a selected object, for the inspector. */
package org.gantry.ui.look.facts;
