// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a person means by a few letters: every letter of a word of the query must occur in the candidate in that order; letters
 * at the beginning of words and letters in a row count more, gaps count less.
 */
public final class FuzzyScorer {
    private static final int LETTER = 16;
    private static final int IN_A_ROW = 20;
    private static final int WORD_START = 14;
    private static final int CANDIDATE_START = 8;
    private static final int SAME_CASE = 1;
    private static final int GAP = 1;
    private static final int LONGEST_CANDIDATE = 200;
    private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

    /**
     * How well a candidate fits.
     *
     * @param score higher is better; comparable between candidates of one query only
     * @param positions indexes of the candidate's letters that were found, ascending
     */
    public record Match(int score, List<Integer> positions) {
        public Match {
            positions = List.copyOf(positions);
        }
    }

    /**
     * Compares a query with a candidate.
     *
     * @param query words, separated by blanks, each of which must be found; blank fits everything with score 0
     * @return empty when it does not fit
     */
    public Optional<Match> match(String query, String candidate) {
        String shortened = candidate.length() > LONGEST_CANDIDATE ? candidate.substring(0, LONGEST_CANDIDATE) : candidate;
        int score = 0;
        List<Integer> positions = new ArrayList<>();
        for (String word : query.strip().split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            Optional<Match> part = matchWord(word, shortened);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            score += part.get().score();
            positions.addAll(part.get().positions());
        }
        // Of two equal fits the shorter name is the likelier one.
        int length = positions.isEmpty() ? 0 : shortened.length() / 4;
        return Optional.of(new Match(score - length, positions.stream().distinct().sorted().toList()));
    }

    private static Optional<Match> matchWord(String word, String candidate) {
        int rows = word.length();
        int columns = candidate.length();
        if (rows > columns) {
            return Optional.empty();
        }
        String lowWord = word.toLowerCase(Locale.ROOT);
        String lowCandidate = candidate.toLowerCase(Locale.ROOT);
        if (lowWord.length() != rows || lowCandidate.length() != columns) {
            // Lower case of another length (Turkish dotted I): compare as typed.
            lowWord = word;
            lowCandidate = candidate;
        }
        int[][] best = new int[rows][columns];
        int[][] from = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(best[row], IMPOSSIBLE);
            int bestBefore = IMPOSSIBLE;
            int bestBeforeAt = -1;
            for (int column = row; column < columns; column++) {
                if (row > 0 && column > 0) {
                    // The best end of the letters before, at any distance, made worse by each step.
                    bestBefore -= GAP;
                    if (column >= 2 && best[row - 1][column - 2] - GAP > bestBefore) {
                        bestBefore = best[row - 1][column - 2] - GAP;
                        bestBeforeAt = column - 2;
                    }
                }
                if (lowWord.charAt(row) != lowCandidate.charAt(column)) {
                    continue;
                }
                int here = LETTER + bonus(candidate, column) + (word.charAt(row) == candidate.charAt(column) ? SAME_CASE : 0);
                if (row == 0) {
                    best[row][column] = here - Math.min(column, 6) * GAP;
                    continue;
                }
                int adjacent = best[row - 1][column - 1] + IN_A_ROW;
                if (adjacent >= bestBefore) {
                    best[row][column] = here + adjacent;
                    from[row][column] = column - 1;
                } else {
                    best[row][column] = here + bestBefore;
                    from[row][column] = bestBeforeAt;
                }
            }
        }
        int end = -1;
        for (int column = 0; column < columns; column++) {
            if (best[rows - 1][column] > 0 && (end < 0 || best[rows - 1][column] > best[rows - 1][end])) {
                end = column;
            }
        }
        if (end < 0) {
            return Optional.empty();
        }
        Integer[] positions = new Integer[rows];
        int column = end;
        for (int row = rows - 1; row >= 0; row--) {
            positions[row] = column;
            column = from[row][column];
        }
        return Optional.of(new Match(best[rows - 1][end], Arrays.asList(positions)));
    }

    private static int bonus(String candidate, int at) {
        if (at == 0) {
            return WORD_START + CANDIDATE_START;
        }
        char before = candidate.charAt(at - 1);
        char here = candidate.charAt(at);
        boolean start = !Character.isLetterOrDigit(before) && Character.isLetterOrDigit(here)
                || Character.isLowerCase(before) && Character.isUpperCase(here);
        return start ? WORD_START : 0;
    }
}
