// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.gantry.ui.terminal.emulator.SearchDirection;

/** Finds text in one terminal's scrollback and screen. */
final class VteSearch {
    /** Flags of pcre2_compile, see pcre2api(3); VTE insists on MULTILINE. */
    private static final int PCRE2_CASELESS = 0x8;
    private static final int PCRE2_MULTILINE = 0x400;
    private static final int PCRE2_UTF = 0x80000;

    private final VteLibraries libraries;
    private final Pointer terminal;
    private String text = "";
    private boolean matchCase;

    VteSearch(VteLibraries libraries, Pointer terminal) {
        this.libraries = libraries;
        this.terminal = terminal;
        libraries.vte().vte_terminal_search_set_wrap_around(terminal, true);
    }

    boolean find(String wanted, SearchDirection direction, boolean caseMatters) {
        Vte vte = libraries.vte();
        if (!wanted.equals(text) || caseMatters != matchCase) {
            vte.vte_terminal_unselect_all(terminal);
            setRegex(wanted, caseMatters);
            text = wanted;
            matchCase = caseMatters;
        }
        if (text.isEmpty()) {
            return false;
        }
        return direction == SearchDirection.UP ? vte.vte_terminal_search_find_previous(terminal)
                : vte.vte_terminal_search_find_next(terminal);
    }

    private void setRegex(String literal, boolean caseMatters) {
        Vte vte = libraries.vte();
        if (literal.isEmpty()) {
            vte.vte_terminal_search_set_regex(terminal, null, 0);
            return;
        }
        // Java's and PCRE's quoting \Q…\E are the same.
        byte[] pattern = Pattern.quote(literal).getBytes(StandardCharsets.UTF_8);
        int flags = PCRE2_UTF | PCRE2_MULTILINE | (caseMatters ? 0 : PCRE2_CASELESS);
        PointerByReference error = new PointerByReference();
        Pointer regex = vte.vte_regex_new_for_search(pattern, pattern.length, flags, error);
        if (regex == null) {
            String reason = NativeText.message(libraries.gobject(), error);
            throw new IllegalStateException("libvte cannot search for “" + literal + "”: " + reason);
        }
        vte.vte_terminal_search_set_regex(terminal, regex, 0);
        vte.vte_regex_unref(regex);
    }
}
