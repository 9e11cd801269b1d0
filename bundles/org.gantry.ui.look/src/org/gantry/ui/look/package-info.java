// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What views share: icons, colours, number formats, tables, empty and error states. */
package org.gantry.ui.look;
