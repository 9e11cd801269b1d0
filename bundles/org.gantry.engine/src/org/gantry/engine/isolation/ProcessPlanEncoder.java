// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;
import org.gantry.engine.api.container.TerminalSize;

/** Writes the records that launch and exec plans have in common. */
final class ProcessPlanEncoder {
    private static final int CGROUP = 34;
    private static final int RLIMIT = 40;
    private static final int OOM_SCORE_ADJ = 41;
    private static final int CAPABILITIES = 42;
    private static final int NO_NEW_PRIVS = 43;
    private static final int SECCOMP = 44;
    private static final int USER = 45;
    private static final int GROUP = 46;
    private static final int WORKDIR = 47;
    private static final int ARGV = 48;
    private static final int ENV = 49;
    private static final int TTY = 50;
    private static final int STDIN = 51;
    private static final int UMASK = 55;

    private final PlanBuffer out;

    ProcessPlanEncoder(PlanBuffer out) {
        this.out = out;
    }

    /** Begins a plan: magic and version. */
    void header() {
        out.u8('G').u8('P').u8('L').u8('N').u16(1);
    }

    void text(int tag, String value) {
        out.begin(tag).lastString(value).end();
    }

    void optionalText(int tag, String value) {
        if (!value.isEmpty()) {
            text(tag, value);
        }
    }

    void texts(int tag, List<String> values) {
        for (String value : values) {
            text(tag, value);
        }
    }

    void flag(int tag, boolean set) {
        if (set) {
            out.begin(tag).end();
        }
    }

    void cgroups(List<? extends CgroupAction> actions) {
        for (CgroupAction action : actions) {
            int operation = switch (action) {
                case CgroupAction.Make make -> 1;
                case CgroupAction.Write write -> 2;
                case CgroupAction.Join join -> 3;
            };
            String value = action instanceof CgroupAction.Write write ? write.value() : "";
            out.begin(CGROUP).u8(operation).string(action.path()).string(value).end();
        }
    }

    void process(ProcessPlan plan) {
        for (ResourceLimit limit : plan.limits()) {
            out.begin(RLIMIT).u32(limit.resource()).u64(limit.soft()).u64(limit.hard()).end();
        }
        if (plan.oomScoreAdjustment() != null) {
            out.begin(OOM_SCORE_ADJ).u32(plan.oomScoreAdjustment()).end();
        }
        CapabilitySet sets = plan.capabilities();
        out.begin(CAPABILITIES).u64(sets.bounding()).u64(sets.permitted()).u64(sets.effective()).u64(sets.inheritable())
                .u64(sets.ambient()).end();
        flag(NO_NEW_PRIVS, plan.noNewPrivileges());
        if (plan.seccomp() != null) {
            out.begin(SECCOMP).u32(plan.seccomp().flags()).raw(plan.seccomp().instructions()).end();
        }
        optionalText(USER, plan.user());
        texts(GROUP, plan.groups());
        optionalText(WORKDIR, plan.workingDirectory());
        texts(ARGV, plan.arguments());
        texts(ENV, plan.environment());
        TerminalSize size = plan.terminal();
        if (size != null) {
            out.begin(TTY).u16(size.rows()).u16(size.columns()).end();
        }
        int input = switch (plan.input()) {
            case NONE -> 0;
            case OPEN -> 1;
            case ONCE -> 3;
        };
        if (input != 0) {
            out.begin(STDIN).u8(input).end();
        }
    }

    void umask(ProcessPlan plan) {
        if (plan.umask() != null) {
            out.begin(UMASK).u32(plan.umask()).end();
        }
    }
}
