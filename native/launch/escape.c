// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <string.h>

#include "log.h"

static const char HEX[] = "0123456789abcdef";

// 0: the byte stands for itself. 1: it starts a multi-byte sequence or is invalid. 2: it has to be escaped.
static const uint8_t KIND[256] = {
    [0 ... 0x1f] = 2, ['"'] = 2, ['\\'] = 2, ['<'] = 2, ['>'] = 2, ['&'] = 2, [0x80 ... 0xff] = 1,
};

// The length of the valid UTF-8 sequence at p (2–4), or 0: overlong forms, surrogates and values above 10FFFF are invalid.
static size_t sequence(const uint8_t *p, size_t n)
{
    uint8_t a = p[0];
    size_t need = a >= 0xc2 && a <= 0xdf ? 2 : a >= 0xe0 && a <= 0xef ? 3 : a >= 0xf0 && a <= 0xf4 ? 4 : 0;
    if (need == 0 || n < need) {
        return 0;
    }
    uint8_t low = a == 0xe0 ? 0xa0 : a == 0xf0 ? 0x90 : 0x80;
    uint8_t high = a == 0xed ? 0x9f : a == 0xf4 ? 0x8f : 0xbf;
    if (p[1] < low || p[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < need; i++) {
        if ((p[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    return need;
}

static char *escape_byte(char *o, uint8_t b)
{
    *o++ = '\\';
    switch (b) {
    case '"':
    case '\\': *o++ = (char)b; return o;
    case '\n': *o++ = 'n'; return o;
    case '\r': *o++ = 'r'; return o;
    default:
        memcpy(o, "u00", 3);
        o[3] = HEX[b >> 4];
        o[4] = HEX[b & 15];
        return o + 5;
    }
}

// True if none of the eight bytes needs a look: all ASCII, no controls, no quotes, backslash, < > &.
static bool plain8(const uint8_t *p)
{
    const uint64_t ones = 0x0101010101010101ULL;
    const uint64_t tops = 0x8080808080808080ULL;
    uint64_t v;
    memcpy(&v, p, 8);
    uint64_t suspect = v | (v - ones * 0x20); // below 0x20, or above 0x7f
#define EQUALS(c) (((v ^ ones * (c)) - ones) & ~(v ^ ones * (c)))
    suspect |= EQUALS('"') | EQUALS('\\') | EQUALS('<') | EQUALS('>') | EQUALS('&');
#undef EQUALS
    return (suspect & tops) == 0;
}

size_t log_escape(char *out, const uint8_t *bytes, size_t n)
{
    char *o = out;
    for (size_t i = 0; i < n;) {
        while (i + 8 <= n && plain8(bytes + i)) {
            memcpy(o, bytes + i, 8);
            o += 8;
            i += 8;
        }
        if (i == n) {
            break;
        }
        uint8_t b = bytes[i];
        if (KIND[b] == 0) {
            *o++ = (char)b;
            i++;
        } else if (KIND[b] == 2) {
            o = escape_byte(o, b);
            i++;
        } else {
            size_t length = sequence(bytes + i, n - i);
            if (length == 0) {
                memcpy(o, "\\ufffd", 6);
                o += 6;
                i++;
            } else if (length == 3 && b == 0xe2 && bytes[i + 1] == 0x80 && (bytes[i + 2] & 0xfe) == 0xa8) {
                memcpy(o, "\\u202", 5);
                o[5] = HEX[bytes[i + 2] & 15];
                o += 6;
                i += 3;
            } else {
                memcpy(o, bytes + i, length);
                o += length;
                i += length;
            }
        }
    }
    return (size_t)(o - out);
}
