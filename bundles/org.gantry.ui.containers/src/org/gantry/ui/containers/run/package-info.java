// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** Running a container of an image: the dialog and what it makes. */
package org.gantry.ui.containers.run;
