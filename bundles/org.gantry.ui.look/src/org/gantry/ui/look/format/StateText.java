// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.format;

import java.time.Duration;
import java.time.Instant;

import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Tone;

/**
 * A container's state for people: a mark that differs in shape and colour, and a few words.
 *
 * @param icon the mark
 * @param tone the mark's colour
 * @param text "up 3 h", "exit 137 · out of memory"
 * @param textTone the words' colour
 * @param exact times in full
 */
public record StateText(Icon icon, Tone tone, String text, Tone textTone, String exact) {
    private static final int SIGNALS = 128;
    private static final int SIGINT = 2;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;

    public static StateText of(ContainerSummary container, Instant now) {
        return switch (container.state()) {
            case RUNNING -> new StateText(Icon.STATE_RUNNING, Tone.RUNNING, "up " + span(container.startedAt(), now), Tone.MUTED,
                    times(container));
            case PAUSED -> new StateText(Icon.STATE_PAUSED, Tone.ATTENTION, "paused", Tone.MUTED, times(container));
            case RESTARTING -> new StateText(Icon.STATE_BUSY, Tone.ATTENTION, "restarting · last " + end(container, now),
                    Tone.MUTED, times(container));
            case REMOVING -> new StateText(Icon.STATE_BUSY, Tone.MUTED, "removing…", Tone.MUTED, times(container));
            case CREATED -> created(container, now);
            case EXITED -> exited(container, now);
            case DEAD -> new StateText(Icon.STATE_FAILED, Tone.FAILED, "dead" + reason(container), Tone.FAILED, times(container));
        };
    }

    /** True when it ended in a way that needs a look. */
    public boolean isFailure() {
        return icon == Icon.STATE_FAILED;
    }

    private static StateText created(ContainerSummary container, Instant now) {
        if (!container.error().isEmpty()) {
            return new StateText(Icon.STATE_FAILED, Tone.FAILED, "cannot start · " + container.error(), Tone.FAILED,
                    container.error() + "\n" + times(container));
        }
        return new StateText(Icon.STATE_STOPPED, Tone.MUTED, "created " + Formats.ago(container.created(), now), Tone.MUTED,
                times(container));
    }

    private static StateText exited(ContainerSummary container, Instant now) {
        boolean failed = container.outOfMemory() || !container.error().isEmpty() || !asked(container.exitCode());
        return new StateText(failed ? Icon.STATE_FAILED : Icon.STATE_STOPPED, failed ? Tone.FAILED : Tone.MUTED,
                end(container, now), failed ? Tone.FAILED : Tone.MUTED, times(container));
    }

    /**
     * Ended well, or with the code that a signal gives with which people stop containers. A program may give that code by itself too,
     * so that only the tooltip names the signal.
     */
    private static boolean asked(int code) {
        return code == 0 || code == SIGNALS + SIGTERM || code == SIGNALS + SIGINT || code == SIGNALS + SIGKILL;
    }

    /** How it ended the last time, without when: "exit 137 · out of memory". */
    public static String ending(ContainerSummary container) {
        String cause = cause(container);
        return "exit " + container.exitCode() + (cause.isEmpty() ? "" : " · " + cause);
    }

    private static String end(ContainerSummary container, Instant now) {
        return ending(container)
                + (container.finishedAt() == null ? "" : " · " + Formats.ago(container.finishedAt(), now));
    }

    private static String cause(ContainerSummary container) {
        if (container.outOfMemory()) {
            return "out of memory";
        }
        if (!container.error().isEmpty()) {
            return container.error();
        }
        return asked(container.exitCode()) ? "" : ExitCodes.meaning(container.exitCode());
    }

    private static String reason(ContainerSummary container) {
        return container.error().isEmpty() ? "" : " · " + container.error();
    }

    private static String span(Instant since, Instant now) {
        return since == null ? "" : Formats.span(Duration.between(since, now));
    }

    private static String times(ContainerSummary container) {
        StringBuilder text = new StringBuilder("created ").append(Formats.exact(container.created()));
        if (container.startedAt() != null) {
            text.append("\nstarted ").append(Formats.exact(container.startedAt()));
        }
        if (container.finishedAt() != null && !container.state().isAlive()) {
            text.append("\nended ").append(Formats.exact(container.finishedAt()));
            if (container.exitCode() != 0 && asked(container.exitCode()) && !container.outOfMemory()) {
                text.append("\nexit ").append(container.exitCode()).append(" is what ")
                        .append(ExitCodes.meaning(container.exitCode())).append(" gives: stopped, or ended with that code by itself");
            }
        }
        return text.toString();
    }
}
