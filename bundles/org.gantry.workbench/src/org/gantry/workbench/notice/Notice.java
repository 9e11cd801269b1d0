// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.notice;

import java.util.List;
import org.gantry.ui.look.call.Failure;

/**
 * Something the person should know now, told in a strip at the top of the window.
 *
 * @param topic a newer notice of the same topic takes its place
 * @param kind decides mark and colour
 * @param title what happened
 * @param detail why and what to do; may be empty
 * @param offers what can be done about it
 * @param dismissable false while it tells of a state that lasts
 */
public record Notice(String topic, Kind kind, String title, String detail, List<Offer> offers, boolean dismissable) {
    /** What sort of news. */
    public enum Kind {
        INFORMATION, ATTENTION, FAILURE
    }

    /** Something to do: a button. */
    public record Offer(String label, Runnable action) {
    }

    private static final String FAILURES = "failure";

    public Notice {
        offers = List.copyOf(offers);
    }

    /** A failed action. */
    static Notice of(Failure failure, Offer offer) {
        String detail = failure.remedy().isEmpty() ? sentence(failure.why())
                : sentence(failure.why()) + " " + sentence(failure.remedy());
        return new Notice(FAILURES, Kind.FAILURE, failure.tried(), detail, List.of(offer), true);
    }

    private static String sentence(String part) {
        String text = part.strip();
        if (text.isEmpty()) {
            return text;
        }
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
