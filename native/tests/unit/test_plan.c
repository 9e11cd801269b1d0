// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "plan.h"

static struct plan plan;
static struct plan_error error;

static bool decode(uint8_t *bytes, size_t size, enum plan_kind kind)
{
    memset(&plan, 0, sizeof plan);
    error = (struct plan_error){0, ""};
    return plan_decode(bytes, size, kind, &plan, &error);
}

static void golden(void)
{
    size_t size;
    uint8_t *b = load("plan-v1.bin", &size);
    CHECK(decode(b, size, PLAN_START));
    const struct plan *p = &plan;
    CHECK(strcmp(p->id, "golden-1") == 0 && strcmp(p->run_folder, "/run/gantry/golden-1") == 0);
    CHECK(p->namespaces == 0x66020080);
    CHECK(p->join_count == 1 && p->joins[0].ns == 0x8000000 && p->joins[0].pid == 4711 && p->joins[0].ticks == 123456789 && p->joins[0].path[0] == 0);
    CHECK(p->lower_count == 2 && strcmp(p->lowers[0], "/layers/top") == 0 && strcmp(p->lowers[1], "/layers/bottom") == 0);
    CHECK(strcmp(p->upper, "/c/upper") == 0 && strcmp(p->work, "/c/work") == 0);
    CHECK(p->overlay_option_count == 1 && strcmp(p->overlay_options[0], "metacopy=on") == 0);
    CHECK(p->root_readonly && p->root_bind == NULL);
    CHECK(p->mount_count == 3);
    const struct plan_mount *m = p->mounts;
    CHECK(!m[0].bind && m[0].flags == 0 && m[0].attr_set == 0xe && strcmp(m[0].fstype, "proc") == 0 && strcmp(m[0].target, "/proc") == 0);
    CHECK(!m[1].bind && m[1].flags == (MOUNT_LATE | MOUNT_OPTIONAL) && strcmp(m[1].data, "pids") == 0 && strcmp(m[1].source, "cgroup") == 0);
    CHECK(m[2].bind && m[2].flags == MOUNT_RECURSIVE && m[2].attr_set == 1 && m[2].attr_clear == 2 && m[2].propagation == 0x80000);
    CHECK(strcmp(m[2].source, "/volumes/data") == 0 && strcmp(m[2].subpath, "sub/dir") == 0 && strcmp(m[2].target, "/data") == 0);
    CHECK(p->device_count == 1 && p->devices[0].type == 'c' && p->devices[0].major == 1 && p->devices[0].minor == 3);
    CHECK(p->devices[0].mode == 0666 && p->devices[0].uid == 0 && p->devices[0].gid == 5 && strcmp(p->devices[0].path, "/dev/null") == 0);
    CHECK(p->symlink_count == 1 && strcmp(p->symlinks[0].target, "/proc/self/fd") == 0 && strcmp(p->symlinks[0].path, "/dev/fd") == 0);
    CHECK(p->mask_count == 1 && strcmp(p->masks[0], "/proc/kcore") == 0);
    CHECK(p->readonly_count == 1 && strcmp(p->readonly[0], "/proc/sys") == 0);
    CHECK(strcmp(p->hostname, "golden") == 0 && strcmp(p->domainname, "example.org") == 0);
    CHECK(p->net_action_count == 2 && p->net_actions[0].message == NULL && strcmp(p->net_actions[0].value, "1") == 0);
    CHECK(p->net_actions[1].size == 32 && p->net_actions[1].index_offset == 20 && strcmp(p->net_actions[1].name, "lo") == 0);
    CHECK(p->cgroup_action_count == 3 && p->cgroup_actions[1].op == CGROUP_WRITE && strcmp(p->cgroup_actions[1].value, "100") == 0);
    CHECK(p->rlimit_count == 1 && p->rlimits[0].resource == 7 && p->rlimits[0].soft == 1024 && p->rlimits[0].hard == UINT64_MAX);
    CHECK(p->oom_score_adj == -500);
    CHECK(p->caps.bounding == 0xa80425fb && p->caps.effective == 0x25fb && p->caps.inheritable == 0 && p->caps.ambient == 0x400);
    CHECK(p->no_new_privs && p->init && p->tty && p->rows == 24 && p->cols == 80 && p->stdin_flags == 3);
    CHECK(p->seccomp_flags == 2 && p->seccomp_count == 1 && p->seccomp[0] == 6);
    CHECK(strcmp(p->user, "jane:audio") == 0 && p->group_count == 1 && strcmp(p->groups[0], "video") == 0);
    CHECK(strcmp(p->workdir, "/srv/\xc3\xbcml") == 0);
    CHECK(p->argc == 3 && strcmp(p->argv[0], "sh") == 0 && p->argv[2][0] == 0 && p->argv[3] == NULL);
    CHECK(p->envc == 2 && strcmp(p->env[1], "EMPTY=") == 0 && p->env[2] == NULL);
    CHECK(p->log.driver == 1 && p->log.max_size == 10485760 && p->log.max_file == 3 && strcmp(p->log.attrs, "{\"a\":\"b\"}") == 0);
    CHECK(p->umask == 022);
    free(b);
}

static void every_truncation_is_refused(void)
{
    size_t size;
    uint8_t *b = load("plan-v1.bin", &size);
    int accepted = 0;
    for (size_t n = 0; n < size; n++) {
        uint8_t *part = copy(b, n);
        // A cut between two records leaves a whole plan, if nothing required is missing.
        accepted += decode(part, n, PLAN_START);
        free(part);
    }
    CHECK(accepted <= 9);
    free(b);
}

// Damages the golden plan in many ways; nothing may be read out of bounds, whatever is accepted.
static void fuzz(void)
{
    size_t size;
    uint8_t *b = load("plan-v1.bin", &size);
    uint32_t random = 20260101;
    int refused = 0;
    for (int round = 0; round < 20000; round++) {
        uint8_t *damaged = copy(b, size);
        for (int k = 0; k < 1 + round % 4; k++) {
            random = random * 1664525U + 1013904223U;
            damaged[(random >> 8) % size] = (uint8_t)(random >> 24 ^ random);
        }
        refused += !decode(damaged, size, round % 16 == 0 ? PLAN_EXEC : PLAN_START);
        free(damaged);
    }
    CHECK(refused > 5000);
    free(b);
}

struct builder {
    uint8_t bytes[4096];
    size_t size;
};

static void begin(struct builder *b)
{
    memcpy(b->bytes, "GPLN\1\0", 6);
    b->size = 6;
}

static void add(struct builder *b, uint16_t tag, const void *value, uint32_t n)
{
    memcpy(b->bytes + b->size, &tag, 2);
    memcpy(b->bytes + b->size + 2, &n, 4);
    memcpy(b->bytes + b->size + 6, value, n);
    b->size += 6 + n;
}

#define ADD(b, tag, literal) add(b, tag, literal, sizeof(literal) - 1)

static void begin_exec(struct builder *b)
{
    static const uint8_t caps[40];
    begin(b);
    ADD(b, TAG_EXEC_ID, "e1\0");
    add(b, TAG_CAPABILITIES, caps, 40);
    ADD(b, TAG_ARGV, "true\0");
}

static bool accepted(struct builder *b, enum plan_kind kind)
{
    uint8_t *bytes = copy(b->bytes, b->size);
    bool ok = decode(bytes, b->size, kind);
    free(bytes);
    return ok;
}

static void exec_plan(void)
{
    struct builder b;
    begin_exec(&b);
    CHECK(accepted(&b, PLAN_EXEC));
    CHECK(!accepted(&b, PLAN_START));
    CHECK(error.err == ENOMSG);
    ADD(&b, TAG_CGROUP, "\1\3\0/a\0\1\0\0");
    CHECK(!accepted(&b, PLAN_EXEC)); // an exec makes no cgroups
    begin(&b);
    ADD(&b, TAG_EXEC_ID, "../x\0");
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == EINVAL);
    begin(&b);
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == ENODATA);
}

static void strings_are_strict(void)
{
    static const struct {
        const char *value;
        uint32_t size;
    } bad[] = {{"x", 1}, {"", 0}, {"a\0b\0", 4}, {"a\0\0", 3}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct builder b;
        begin_exec(&b);
        add(&b, TAG_ARGV, bad[i].value, bad[i].size);
        CHECK(!accepted(&b, PLAN_EXEC) && error.err == EINVAL);
    }
}

static void unknown_and_double_records(void)
{
    struct builder b;
    begin_exec(&b);
    ADD(&b, 63, "");
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == ENOMSG);
    begin_exec(&b);
    ADD(&b, 0, "");
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == ENOMSG);
    begin_exec(&b);
    ADD(&b, 65535, "");
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == ENOMSG);
    begin_exec(&b);
    ADD(&b, TAG_USER, "a\0");
    CHECK(accepted(&b, PLAN_EXEC));
    ADD(&b, TAG_USER, "a\0");
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == EINVAL);
    begin_exec(&b);
    ADD(&b, TAG_NO_NEW_PRIVS, "x");
    CHECK(!accepted(&b, PLAN_EXEC) && error.err == EINVAL);
}

static void counts_are_bounded(void)
{
    size_t size = 6 + (size_t)(MAX_STRINGS + 1) * 8;
    uint8_t *b = malloc(size);
    memcpy(b, "GPLN\1\0", 6);
    for (size_t i = 0; i <= MAX_STRINGS; i++) {
        memcpy(b + 6 + i * 8, "\x30\0\2\0\0\0x\0", 8);
    }
    CHECK(!decode(b, size, PLAN_EXEC) && error.err == E2BIG);
    free(b);
}

static void values_are_checked(void)
{
    struct builder b;
    begin_exec(&b);
    ADD(&b, TAG_ENV, "no equals sign\0");
    CHECK(!accepted(&b, PLAN_EXEC));
    begin_exec(&b);
    ADD(&b, TAG_WORKDIR, "relative\0");
    CHECK(!accepted(&b, PLAN_EXEC));
    begin_exec(&b);
    ADD(&b, TAG_SECCOMP, "\0\0\0\0seven77");
    CHECK(!accepted(&b, PLAN_EXEC));
    begin_exec(&b);
    ADD(&b, TAG_SECCOMP, "\x08\0\0\0eight888"); // NEW_LISTENER
    CHECK(!accepted(&b, PLAN_EXEC));
    begin_exec(&b);
    ADD(&b, TAG_UMASK, "\xff\xff\0\0");
    CHECK(!accepted(&b, PLAN_EXEC));
}

const struct test PLAN_TESTS[] = {
    {"plan: golden file", golden},
    {"plan: truncations", every_truncation_is_refused},
    {"plan: fuzz", fuzz},
    {"plan: exec", exec_plan},
    {"plan: strings", strings_are_strict},
    {"plan: unknown and double records", unknown_and_double_records},
    {"plan: counts", counts_are_bounded},
    {"plan: values", values_are_checked},
    {NULL, NULL},
};
