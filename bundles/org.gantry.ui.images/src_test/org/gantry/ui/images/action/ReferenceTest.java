// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"web", "shop/api:dev", "shop/a.b__c-d:1.0_x", "localhost:5000/x", "registry.example.org/a/b:v1",
            "[::1]:5000/x:1"})
    void acceptsReferences(String text) {
        assertEquals("", Reference.problem(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Web", "a//b", "a:", "a:-x", "-a", "a/", "a b", "a..b", "web@sha256:1"})
    void refusesOthers(String text) {
        assertFalse(Reference.problem(text).isEmpty());
    }

    @Test
    void completesTheTag() {
        assertEquals("web:latest", Reference.complete("web"));
        assertEquals("localhost:5000/x:latest", Reference.complete("localhost:5000/x"));
        assertEquals("a:1", Reference.complete("a:1"));
    }
}
