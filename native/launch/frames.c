// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "frames.h"

#include <string.h>

static void put(struct frame *f, uint64_t v, unsigned n)
{
    for (unsigned i = 0; i < n && f->size < SMALL_FRAME; i++) {
        f->bytes[f->size++] = (uint8_t)(v >> (8 * i));
    }
}

void frame_header(uint8_t out[FRAME_HEADER], enum frame_type type, uint32_t payload)
{
    uint32_t length = payload + 1;
    for (int i = 0; i < 4; i++) {
        out[i] = (uint8_t)(length >> (8 * i));
    }
    out[4] = (uint8_t)type;
}

void frame_begin(struct frame *f, enum frame_type type)
{
    f->size = FRAME_HEADER;
    frame_header(f->bytes, type, 0);
}

void frame_u8(struct frame *f, uint8_t v) { put(f, v, 1); }
void frame_u16(struct frame *f, uint16_t v) { put(f, v, 2); }
void frame_u32(struct frame *f, uint32_t v) { put(f, v, 4); }
void frame_u64(struct frame *f, uint64_t v) { put(f, v, 8); }

void frame_str(struct frame *f, const char *text)
{
    size_t room = SMALL_FRAME - f->size;
    if (room < 3) {
        return;
    }
    size_t n = strnlen(text, room - 3);
    put(f, n + 1, 2);
    memcpy(f->bytes + f->size, text, n);
    f->size += (uint32_t)n;
    put(f, 0, 1);
}

void frame_end(struct frame *f)
{
    frame_header(f->bytes, f->bytes[4], f->size - FRAME_HEADER);
}

enum frame_state frame_peek(uint8_t *bytes, size_t size, uint8_t *type, uint8_t **payload, size_t *payload_size)
{
    if (size < 4) {
        return FRAME_INCOMPLETE;
    }
    uint32_t length = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
    if (length == 0 || length > FRAME_MAX) {
        return FRAME_BROKEN;
    }
    if (size - 4 < length) {
        return FRAME_INCOMPLETE;
    }
    *type = bytes[4];
    *payload = bytes + FRAME_HEADER;
    *payload_size = length - 1;
    return FRAME_COMPLETE;
}
