// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/**
 * Reading tar as bytes. Commons Compress turns names and PAX values into text, which destroys names that are not UTF-8 and binary
 * attributes such as security.capability, and it does not give the headers' bytes, which a layer keeps.
 */
package org.gantry.engine.layer.tar;
