// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.ui.terminal.emulator.SearchDirection;
import org.gantry.ui.terminal.emulator.TerminalEmulator;
import org.gantry.ui.terminal.emulator.TerminalFont;
import org.gantry.ui.terminal.emulator.TerminalPalette;

/** A VteTerminal and its scrollbar in a composite. */
final class VteEmulator implements TerminalEmulator {
    private static final long SCROLLBACK_LINES = 10_000;
    private static final double SMALLEST_ZOOM = 0.5;
    private static final double GREATEST_ZOOM = 4;
    private static final int RIGHT_BUTTON = 3;
    /** GTK complains of a scrollbar with less room than its slider; what is too large is cut off. */
    private static final int SMALLEST_PIXELS = 64;

    private final VteLibraries libraries;
    private final Vte vte;
    private final Gtk gtk;
    private final Composite composite;
    private final Pointer terminal;
    private final Pointer adjustment;
    private final Pointer scrollbar;
    private final Pointer box;
    private final Signals signals;
    private final VteAppearance appearance;
    private final VteSearch search;
    private Pointer window;
    private TerminalSize reported;
    private Runnable consumed = () -> { };
    private Consumer<byte[]> input = bytes -> { };
    private Consumer<TerminalSize> sizeChanged = size -> { };

    VteEmulator(Composite parent, VteLibraries libraries) {
        this.libraries = libraries;
        vte = libraries.vte();
        gtk = libraries.gtk();
        composite = new Composite(parent, SWT.NONE);
        terminal = vte.vte_terminal_new();
        libraries.gobject().g_object_ref(terminal);
        adjustment = gtk.gtk_scrollable_get_vadjustment(terminal);
        scrollbar = gtk.gtk_scrollbar_new(Gtk.ORIENTATION_VERTICAL, adjustment);
        box = gtk.gtk_box_new(0, 0);
        gtk.gtk_box_pack_start(box, terminal, true, true, 0);
        gtk.gtk_box_pack_start(box, scrollbar, false, false, 0);
        gtk.gtk_container_add(new Pointer(composite.handle), box);
        signals = new Signals(libraries.gobject(), composite.getDisplay());
        appearance = new VteAppearance(libraries, terminal, scrollbar, box);
        search = new VteSearch(libraries, terminal);
        setUpTerminal();
        connectSignals();
        composite.addListener(SWT.Resize, event -> fillComposite());
        composite.addListener(SWT.FocusIn, event -> gtk.gtk_widget_grab_focus(terminal));
        // SWT lets the Tab key enter a composite only when somebody listens to its keys.
        composite.addListener(SWT.KeyDown, event -> { });
        composite.addListener(SWT.Dispose, event -> release());
        gtk.gtk_widget_show_all(box);
        fillComposite();
        showScrollbarWhenOfUse();
        reported = size();
    }

    private void setUpTerminal() {
        vte.vte_terminal_set_scrollback_lines(terminal, SCROLLBACK_LINES);
        vte.vte_terminal_set_scroll_on_output(terminal, false);
        vte.vte_terminal_set_scroll_on_keystroke(terminal, true);
        // A link's target is chosen by the process and hidden by its text (OSC 8).
        vte.vte_terminal_set_allow_hyperlink(terminal, false);
        vte.vte_terminal_set_audible_bell(terminal, false);
        vte.vte_terminal_set_mouse_autohide(terminal, true);
        vte.vte_terminal_set_bold_is_bright(terminal, false);
        setPalette(TerminalPalette.GANTRY);
        setFont(TerminalFont.ofDesktop(composite.getDisplay()));
    }

    /**
     * Only these signals are taken. Those by which a process asks for something outside of its screen (window-title-changed,
     * resize-window, move-window, iconify-window, raise-window and so on) stay without a handler, and libvte knows no OSC 52.
     */
    private void connectSignals() {
        VteKeys keys = new VteKeys(gtk, composite);
        signals.onCommit(terminal, bytes -> input.accept(bytes));
        signals.onSignal(terminal, "contents-changed", 0, () -> consumed.run());
        signals.onAllocated(terminal, this::reportSize);
        signals.onSignal(adjustment, "changed", 0, this::showScrollbarWhenOfUse);
        signals.onEvent(terminal, "key-press-event", 0, keys::offer);
        signals.onEvent(terminal, "button-press-event", 0, event -> {
            activate();
            return false;
        });
        signals.onEvent(terminal, "button-press-event", GObject.CONNECT_AFTER, this::openMenu);
        signals.onEvent(terminal, "focus-in-event", 0, event -> {
            routeKeys();
            return false;
        });
        signals.onEvent(terminal, "focus-out-event", 0, event -> {
            unrouteKeys();
            return false;
        });
    }

    /** GTK gives a click's focus to VTE itself; only by way of the composite does SWT, and so the workbench, learn of it. */
    private void activate() {
        if (!composite.isFocusControl()) {
            composite.forceFocus();
        }
    }

    /** A GtkWindow tries menu mnemonics before its focused widget: with the focus here, Alt and a letter are the process's. */
    private void routeKeys() {
        if (window == null) {
            Pointer toplevel = gtk.gtk_widget_get_toplevel(terminal);
            libraries.gobject().g_object_ref(toplevel);
            signals.onEvent(toplevel, "key-press-event", 0, event -> gtk.gtk_window_propagate_key_event(toplevel, event));
            window = toplevel;
        }
    }

    private void unrouteKeys() {
        if (window != null) {
            signals.disconnect(window);
            libraries.gobject().g_object_unref(window);
            window = null;
        }
    }

    private boolean openMenu(Pointer gdkEvent) {
        IntByReference button = new IntByReference();
        if (!gtk.gdk_event_get_button(gdkEvent, button) || button.getValue() != RIGHT_BUTTON) {
            return false;
        }
        DoubleByReference x = new DoubleByReference();
        DoubleByReference y = new DoubleByReference();
        gtk.gdk_event_get_root_coords(gdkEvent, x, y);
        Event event = new Event();
        event.x = (int) x.getValue();
        event.y = (int) y.getValue();
        event.doit = true;
        composite.notifyListeners(SWT.MenuDetect, event);
        Menu menu = composite.getMenu();
        if (event.doit && menu != null) {
            menu.setLocation(event.x, event.y);
            menu.setVisible(true);
        }
        return true;
    }

    @SuppressWarnings("restriction")
    private void fillComposite() {
        Rectangle area = composite.getClientArea();
        OS.swt_fixed_resize(composite.handle, Pointer.nativeValue(box), Math.max(SMALLEST_PIXELS, area.width),
                Math.max(SMALLEST_PIXELS, area.height));
    }

    /** It keeps its room, so that the number of columns stays. */
    private void showScrollbarWhenOfUse() {
        double range = gtk.gtk_adjustment_get_upper(adjustment) - gtk.gtk_adjustment_get_lower(adjustment);
        gtk.gtk_widget_set_opacity(scrollbar, range > gtk.gtk_adjustment_get_page_size(adjustment) ? 1 : 0);
    }

    private void reportSize() {
        TerminalSize now = size();
        if (!now.equals(reported)) {
            reported = now;
            sizeChanged.accept(now);
        }
    }

    private void release() {
        unrouteKeys();
        signals.disconnect(adjustment);
        signals.disconnect(terminal);
        gtk.gtk_widget_destroy(box);
        libraries.gobject().g_object_unref(terminal);
    }

    @Override
    public Control control() {
        return composite;
    }

    @Override
    public void feed(byte[] data) {
        vte.vte_terminal_feed(terminal, data, data.length);
    }

    @Override
    public void setConsumedListener(Runnable listener) {
        consumed = listener;
    }

    @Override
    public void setInputListener(Consumer<byte[]> listener) {
        input = listener;
    }

    @Override
    public void setSizeListener(Consumer<TerminalSize> listener) {
        sizeChanged = listener;
    }

    @Override
    public TerminalSize size() {
        return new TerminalSize((int) vte.vte_terminal_get_column_count(terminal),
                (int) vte.vte_terminal_get_row_count(terminal));
    }

    @Override
    public boolean hasSelection() {
        return vte.vte_terminal_get_has_selection(terminal);
    }

    @Override
    public void copy() {
        if (hasSelection()) {
            vte.vte_terminal_copy_clipboard_format(terminal, Vte.FORMAT_TEXT);
        }
    }

    @Override
    public void paste() {
        vte.vte_terminal_paste_clipboard(terminal);
    }

    @Override
    public void selectAll() {
        vte.vte_terminal_select_all(terminal);
    }

    /**
     * Clears the screen (ED 2) and the scrollback (ED 3), then writes the cursor's line anew, for VTE tells no other way to keep
     * it.
     */
    @Override
    public void clear() {
        LongByReference column = new LongByReference();
        LongByReference row = new LongByReference();
        vte.vte_terminal_get_cursor_position(terminal, column, row);
        Pointer range = vte.vte_terminal_get_text_range(terminal, row.getValue(), 0, row.getValue(), size().columns(), null, null,
                null);
        String line = NativeText.take(libraries.gobject(), range).replaceAll("\\p{Cntrl}", "");
        feed(("\033[H\033[2J\033[3J" + line + "\033[" + (column.getValue() + 1) + "G").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean find(String text, SearchDirection direction, boolean matchCase) {
        return search.find(text, direction, matchCase);
    }

    @Override
    public void setPalette(TerminalPalette palette) {
        appearance.setPalette(palette);
    }

    @Override
    public void setFont(TerminalFont font) {
        appearance.setFont(font);
    }

    @Override
    public void setZoom(double factor) {
        vte.vte_terminal_set_font_scale(terminal, Math.max(SMALLEST_ZOOM, Math.min(GREATEST_ZOOM, factor)));
    }

    @Override
    public double zoom() {
        return vte.vte_terminal_get_font_scale(terminal);
    }

    @Override
    public String text() {
        return NativeText.of(libraries, terminal);
    }

    @Override
    public void reset() {
        vte.vte_terminal_reset(terminal, true, false);
    }
}
