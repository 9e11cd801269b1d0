// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// A cursor over received bytes: little-endian integers and counted strings, every read bounded. One failed read makes all later ones fail.
#ifndef GANTRY_CURSOR_H
#define GANTRY_CURSOR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct cursor {
    uint8_t *at, *end;
    bool bad;
};

static inline uint8_t *cursor_take(struct cursor *c, uint64_t n)
{
    if (c->bad || n > (uint64_t)(c->end - c->at)) {
        c->bad = true;
        return NULL;
    }
    uint8_t *p = c->at;
    c->at += n;
    return p;
}

static inline uint64_t cursor_int(struct cursor *c, unsigned n)
{
    const uint8_t *p = cursor_take(c, n);
    uint64_t v = 0;
    for (unsigned i = 0; p != NULL && i < n; i++) {
        v |= (uint64_t)p[i] << (8 * i);
    }
    return v;
}

static inline uint8_t cursor_u8(struct cursor *c) { return (uint8_t)cursor_int(c, 1); }
static inline uint16_t cursor_u16(struct cursor *c) { return (uint16_t)cursor_int(c, 2); }
static inline uint32_t cursor_u32(struct cursor *c) { return (uint32_t)cursor_int(c, 4); }
static inline uint64_t cursor_u64(struct cursor *c) { return cursor_int(c, 8); }

// The NUL-terminated string in the next n bytes; never NULL, so that callers check `bad` once.
static inline const char *cursor_text(struct cursor *c, uint64_t n)
{
    const char *p = (const char *)cursor_take(c, n);
    if (p == NULL || n == 0 || memchr(p, 0, n) != p + n - 1) {
        c->bad = true;
        return "";
    }
    return p;
}

static inline const char *cursor_str(struct cursor *c)
{
    uint16_t n = cursor_u16(c);
    return cursor_text(c, n);
}

static inline const char *cursor_zstr(struct cursor *c)
{
    return cursor_text(c, (uint64_t)(c->end - c->at));
}

static inline bool cursor_done(const struct cursor *c)
{
    return !c->bad && c->at == c->end;
}

#endif
