// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** What can be done to images: the handlers of their commands. */
package org.gantry.ui.images.action;
