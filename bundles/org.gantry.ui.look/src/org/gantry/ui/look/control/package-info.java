// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What views are made of: bars, buttons, fields, tables, empty and error states, dialogs. */
package org.gantry.ui.look.control;
