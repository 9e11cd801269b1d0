// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Orders entries by how well they fit what was typed. */
final class PaletteRanking {
    /** Enough to choose from; who wants more types another letter. */
    static final int MOST = 100;

    private final FuzzyScorer scorer = new FuzzyScorer();

    /**
     * An entry that fits.
     *
     * @param positions letters of its label to highlight
     */
    record Ranked(PaletteEntry entry, int score, List<Integer> positions) {
    }

    /** The entries that fit, best first; in their own order where they fit equally well. */
    List<Ranked> rank(String query, List<PaletteEntry> entries) {
        return entries.stream().flatMap(entry -> rank(query, entry).stream())
                .sorted(Comparator.comparingInt(Ranked::score).reversed()).limit(MOST).toList();
    }

    private Optional<Ranked> rank(String query, PaletteEntry entry) {
        Optional<FuzzyScorer.Match> label = scorer.match(query, entry.label());
        if (label.isPresent()) {
            return label.map(match -> new Ranked(entry, 2 * match.score(), match.positions()));
        }
        int length = entry.label().length();
        return scorer.match(query, entry.label() + " " + entry.detail())
                .map(match -> new Ranked(entry, match.score(), inside(match.positions(), length)));
    }

    private static List<Integer> inside(List<Integer> positions, int length) {
        return positions.stream().flatMapToInt(position -> position < length ? IntStream.of(position) : IntStream.empty()).boxed()
                .toList();
    }
}
