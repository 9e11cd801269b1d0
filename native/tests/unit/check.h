// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The least a unit test needs.
#ifndef GANTRY_CHECK_H
#define GANTRY_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern bool check_ok; // of the running test

void check_failed(const char *file, int line, const char *expression);

#define CHECK(expression) ((expression) ? (void)0 : check_failed(__FILE__, __LINE__, #expression))

struct test {
    const char *name;
    void (*run)(void);
};

extern const char *testdata;
// Reads a file of testdata into a block of exactly its size, so that the sanitizer sees any read beyond it.
uint8_t *load(const char *name, size_t *size);
// A copy of its own, for code that works in place.
uint8_t *copy(const void *bytes, size_t size);

extern const struct test PLAN_TESTS[], LOG_TESTS[], USERS_TESTS[], FRAME_TESTS[], PATH_TESTS[];

#endif
