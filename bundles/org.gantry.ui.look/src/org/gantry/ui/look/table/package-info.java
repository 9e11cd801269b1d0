// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Native tables and lists with cells drawn in Gantry's look; made for thousands of rows. */
package org.gantry.ui.look.table;
