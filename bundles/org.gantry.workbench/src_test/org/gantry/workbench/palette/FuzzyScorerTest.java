// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyScorerTest {
    private final FuzzyScorer scorer = new FuzzyScorer();

    @Test
    void lettersMustOccurInOrder() {
        assertTrue(scorer.match("rnc", "Run container").isPresent());
        assertFalse(scorer.match("cnr", "Run a cont").isPresent());
        assertFalse(scorer.match("runs", "Run").isPresent());
    }

    @Test
    void caseDoesNotMatter() {
        assertTrue(scorer.match("WEB", "web").isPresent());
        assertTrue(scorer.match("web", "WEB").isPresent());
    }

    @Test
    void everyWordMustFitInAnyOrder() {
        assertTrue(scorer.match("web stop", "Stop container web").isPresent());
        assertFalse(scorer.match("web start", "Stop container web").isPresent());
    }

    @Test
    void blankFitsEverything() {
        assertEquals(0, scorer.match("  ", "anything").orElseThrow().score());
        assertTrue(scorer.match("", "").orElseThrow().positions().isEmpty());
    }

    @Test
    void wordStartsWin() {
        assertEquals(List.of("Load image", "allied mode", "Unload magic"),
                ranked("li", "allied mode", "Load image", "Unload magic"));
        assertEquals("debian:12", ranked("d12", "dodo-1-x-2", "debian:12").get(0));
    }

    @Test
    void lettersInARowWinOverScatteredOnes() {
        assertEquals(List.of("start", "s-t-a-r-t"), ranked("tar", "s-t-a-r-t", "start"));
    }

    @Test
    void exactNameWinsOverLongerOnes() {
        assertEquals("web", ranked("web", "web-frontend", "my-web", "web").get(0));
    }

    @Test
    void positionsAreThoseToHighlight() {
        assertEquals(List.of(0, 5), scorer.match("li", "Load image").orElseThrow().positions());
        assertEquals(List.of(3, 4, 5), scorer.match("web", "my-web").orElseThrow().positions());
        // The best place is found, not the first.
        assertEquals(List.of(4, 5, 6), scorer.match("abc", "axb abc").orElseThrow().positions());
    }

    @Test
    void everyPositionHoldsItsLetter() {
        String candidate = "gantry/starter:latest";
        for (String query : List.of("gsl", "starter", "g:l", "try late")) {
            StringBuilder letters = new StringBuilder();
            scorer.match(query, candidate).orElseThrow().positions().forEach(at -> letters.append(candidate.charAt(at)));
            assertEquals(query.replace(" ", ""), letters.toString());
        }
    }

    @Test
    void veryLongCandidatesAreCut() {
        String candidate = "x".repeat(100_000) + "needle";
        assertFalse(scorer.match("needle", candidate).isPresent());
        assertTrue(scorer.match("xxx", candidate).isPresent());
    }

    private List<String> ranked(String query, String... candidates) {
        record Ranked(String candidate, int score) {
        }

        return Stream.of(candidates)
                .flatMap(candidate -> scorer.match(query, candidate).map(match -> new Ranked(candidate, match.score())).stream())
                .sorted(Comparator.comparingInt(Ranked::score).reversed()).map(Ranked::candidate).toList();
    }
}
