// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "credentials.h"

#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <signal.h>
#include <sys/prctl.h>

#include "control.h"
#include "sys.h"

#define LAST_CAPABILITY 63

static void bounding_set(uint64_t keep)
{
    for (unsigned long cap = 0; cap <= LAST_CAPABILITY; cap++) {
        int held = prctl(PR_CAPBSET_READ, cap, 0, 0, 0);
        if (held < 0) {
            break; // the kernel knows no more
        }
        if (held == 1 && (keep >> cap & 1) == 0 && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0) {
            child_fail(STEP_CAPABILITIES, errno, "bounding");
        }
    }
}

static void capability_sets(const struct plan_caps *c)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct data[2];
    for (int i = 0; i < 2; i++) {
        data[i].effective = (uint32_t)(c->effective >> (32 * i));
        data[i].permitted = (uint32_t)(c->permitted >> (32 * i));
        data[i].inheritable = (uint32_t)(c->inheritable >> (32 * i));
    }
    if (syscall(SYS_capset, &header, data) < 0) {
        child_fail(STEP_CAPABILITIES, errno, "capset");
    }
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0) {
        child_fail(STEP_CAPABILITIES, errno, "ambient");
    }
    for (unsigned long cap = 0; cap <= LAST_CAPABILITY; cap++) {
        if ((c->ambient >> cap & 1) != 0 && prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, cap, 0, 0) < 0) {
            child_fail(STEP_CAPABILITIES, errno, "ambient");
        }
    }
}

static void seccomp_install(const struct plan *p)
{
    if (p->seccomp == NULL) {
        return;
    }
    static struct sock_filter filter[MAX_SECCOMP];
    __builtin_memcpy(filter, p->seccomp, p->seccomp_count * sizeof *filter);
    struct sock_fprog program = {.len = (unsigned short)p->seccomp_count, .filter = filter};
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, p->seccomp_flags, &program) < 0) {
        child_fail(STEP_SECCOMP, errno, "filter");
    }
}

void die_with_shim(void)
{
    // An exec's filter may forbid it. The engine kills what is left of a container whose shim is gone in any case.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0 && errno != EPERM && errno != ENOSYS) {
        child_fail(STEP_CAPABILITIES, errno, "parent death signal");
    }
    if (control_lost()) {
        _exit(1);
    }
}

void credentials_drop(const struct plan *p, const struct identity *who)
{
    bounding_set(p->caps.bounding);
    if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) < 0) {
        child_fail(STEP_CAPABILITIES, errno, "keep");
    }
    if (setgroups(who->group_count, who->groups) < 0) {
        child_fail(STEP_USER, errno, "groups");
    }
    if (setresgid(who->gid, who->gid, who->gid) < 0) {
        child_fail(STEP_USER, errno, "gid");
    }
    if (setresuid(who->uid, who->uid, who->uid) < 0) {
        child_fail(STEP_USER, errno, "uid");
    }
    if (prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0) < 0) {
        child_fail(STEP_CAPABILITIES, errno, "keep");
    }
    if (p->no_new_privs) {
        capability_sets(&p->caps);
        die_with_shim();
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) {
            child_fail(STEP_CAPABILITIES, errno, "no_new_privs");
        }
        seccomp_install(p);
        return;
    }
    // Without no_new_privs a filter needs CAP_SYS_ADMIN, which is given up only afterwards; leaving uid 0 emptied the effective set.
    struct plan_caps all = {.permitted = 0};
    if (p->seccomp != NULL) {
        struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
        struct __user_cap_data_struct data[2];
        if (syscall(SYS_capget, &header, data) < 0) {
            child_fail(STEP_CAPABILITIES, errno, "capget");
        }
        all.permitted = all.effective = data[0].permitted | (uint64_t)data[1].permitted << 32;
        capability_sets(&all);
        die_with_shim();
        seccomp_install(p);
        capability_sets(&p->caps);
        return;
    }
    capability_sets(&p->caps);
    die_with_shim();
}
