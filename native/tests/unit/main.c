// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool check_ok;
const char *testdata;

void check_failed(const char *file, int line, const char *expression)
{
    printf("  %s:%d: not true: %s\n", file, line, expression);
    check_ok = false;
}

uint8_t *copy(const void *bytes, size_t size)
{
    uint8_t *p = malloc(size > 0 ? size : 1);
    if (p == NULL) {
        abort();
    }
    memcpy(p, bytes, size);
    return p;
}

uint8_t *load(const char *name, size_t *size)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", testdata, name);
    FILE *f = fopen(path, "rb");
    static uint8_t bytes[1 << 21];
    if (f == NULL) {
        perror(path);
        exit(1);
    }
    *size = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    return copy(bytes, *size);
}

int main(int argc, char **argv)
{
    testdata = argc > 1 ? argv[1] : "testdata";
    const struct test *const all[] = {PLAN_TESTS, LOG_TESTS, USERS_TESTS, FRAME_TESTS, PATH_TESTS};
    int passed = 0;
    int failed = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (const struct test *t = all[i]; t->name != NULL; t++) {
            check_ok = true;
            t->run();
            if (check_ok) {
                passed++;
            } else {
                failed++;
                printf("FAILED %s\n", t->name);
            }
        }
    }
    printf("%d passed, %d failed, 0 skipped\n", passed, failed);
    return failed > 0;
}
