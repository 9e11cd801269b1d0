// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;
public final class LogsPart { public static final String ID = "org.gantry.part.logs"; }
