// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// Frames of PROTOCOL.md: small ones are built here, then handed to a client's buffer.
#ifndef GANTRY_FRAMES_H
#define GANTRY_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "protocol.h"

enum { FRAME_HEADER = 5, SMALL_FRAME = 1024 };

// A frame under construction; too much text is cut, so a small frame always fits.
struct frame {
    uint32_t size;
    uint8_t bytes[SMALL_FRAME];
};

void frame_begin(struct frame *f, enum frame_type type);
void frame_u8(struct frame *f, uint8_t v);
void frame_u16(struct frame *f, uint16_t v);
void frame_u32(struct frame *f, uint32_t v);
void frame_u64(struct frame *f, uint64_t v);
void frame_str(struct frame *f, const char *text);
// Fills in the length; the frame is bytes[0..size).
void frame_end(struct frame *f);
void frame_header(uint8_t out[FRAME_HEADER], enum frame_type type, uint32_t payload);

enum frame_state { FRAME_INCOMPLETE, FRAME_COMPLETE, FRAME_BROKEN };

// What lies at the start of `bytes`; a complete frame's type, payload and whole size are given back.
enum frame_state frame_peek(uint8_t *bytes, size_t size, uint8_t *type, uint8_t **payload, size_t *payload_size);

#endif
