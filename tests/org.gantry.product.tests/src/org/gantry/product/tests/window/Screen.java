// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gantry.product.tests.machine.Await;

/** What a person has of a desktop: eyes, a mouse, a keyboard. Names are regular expressions that the whole name must match. */
public final class Screen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY_DELAY_MILLIS = "20";
    /** Until tooltips and hover have gone. */
    private static final Duration SETTLING = Duration.ofMillis(300);
    private static final int TITLE_BAR = 18;
    private static final Duration HAND = Duration.ofMillis(80);

    private final Desktop desktop;
    private final Accessibility accessibility;

    Screen(Desktop desktop, Accessibility accessibility) {
        this.desktop = desktop;
        this.accessibility = accessibility;
    }

    /** Everything that shows. */
    public List<Element> elements() {
        return accessibility.elements();
    }

    /** The first element of a role and name that shows, if there is one. */
    public Optional<Element> find(String role, String name) {
        return find(matches(role, name));
    }

    /** Waits until a window of this title can be seen, without asking its widgets. */
    public void awaitWindow(String title) {
        Await.until("a window " + title, PATIENCE, () -> desktop.command("xdotool", "search", "--onlyvisible", "--name", "^" + title).run()
                .exit() == 0, () -> "none");
    }

    /** Waits for an element. */
    public Element await(String role, String name) {
        return await(role + " " + name, matches(role, name));
    }

    /** Waits for an element that is not greyed out. */
    public Element awaitEnabled(String role, String name) {
        return await("enabled " + role + " " + name, matches(role, name).and(element -> element.is("sensitive")));
    }

    /** Waits for an element in which a text stands. */
    public Element awaitText(String role, String text) {
        return await(role + " with " + text, element -> element.role().equals(role) && element.text().contains(text));
    }

    /** Waits until something stands anywhere; a sentence may begin with it, so its first letter may be a capital. */
    public Element awaitSentence(String text) {
        Pattern pattern = Pattern.compile("(?i:" + Pattern.quote(text.substring(0, 1)) + ")" + Pattern.quote(text.substring(1)));
        return await(text, element -> pattern.matcher(element.name()).find() || pattern.matcher(element.text()).find());
    }

    /** Waits for an element that satisfies a condition. */
    public Element await(String what, Predicate<Element> condition) {
        return Await.value(what, PATIENCE, () -> find(condition), this::describe);
    }

    /** Waits until no such element shows any more. */
    public void awaitGone(String role, String name) {
        Await.until("no " + role + " " + name, PATIENCE, () -> find(role, name).isEmpty(), this::describe);
    }

    /** The field to the right of a label. */
    public Element field(String label) {
        Element text = await("label", label);
        return elements().stream().filter(element -> element.role().equals("text") && element.x() >= text.x() + text.width())
                .filter(element -> Math.abs(element.centreY() - text.centreY()) < element.height())
                .min(Comparator.comparingInt(Element::x))
                .orElseThrow(() -> new AssertionError("no field beside " + text + "\n" + describe()));
    }

    /** Waits for an element that is not greyed out, and clicks it. */
    public Element click(String role, String name) {
        return click(awaitEnabled(role, name));
    }

    public Element click(Element element) {
        moveTo(element.centreX(), element.centreY());
        desktop.command("xdotool", "click", "1").run().expect(0);
        Await.pause(HAND);
        return element;
    }

    public void doubleClick(Element element) {
        doubleClick(element.centreX(), element.centreY());
    }

    /** Makes a window as large as the screen, by a double click on its title bar. */
    public void maximise(Element frame) {
        doubleClick(frame.centreX(), frame.y() + TITLE_BAR / 2);
        Await.until("a large window", PATIENCE, () -> await("frame", Pattern.quote(frame.name())).x() <= 1, this::describe);
    }

    /** Chooses in the menu bar, from menu to menu. */
    public void menu(String... path) {
        for (int i = 0; i < path.length; i++) {
            String name = path[i];
            boolean last = i == path.length - 1;
            click(await("menu " + name, element -> element.role().endsWith(last ? "menu item" : "menu") && element.name().matches(name)
                    && element.width() > 0 && element.x() >= 0));
            Await.pause(HAND);
        }
    }

    /** Types text into what has the focus. */
    public void type(String text) {
        desktop.command("xdotool", "type", "--delay", KEY_DELAY_MILLIS, "--", text).run().expect(0);
        Await.pause(HAND);
    }

    /** Presses keys, such as {@code ctrl+k}, one after the other. */
    public void press(String... keys) {
        for (String key : keys) {
            desktop.command("xdotool", "key", "--clearmodifiers", key).run().expect(0);
            Await.pause(HAND);
        }
    }

    /** Names a file in an open file dialog, and takes it. */
    public void chooseFile(Path file) {
        // A window manager may leave a dialog that a key opened without the keyboard.
        desktop.command("timeout", "5", "xdotool", "search", "--onlyvisible", "--name", "Load images", "windowactivate", "--sync").run();
        press("ctrl+l");
        await("the field for a path", element -> element.role().equals("text") && element.is("focused"));
        press("ctrl+a");
        type(file.toString());
        awaitText("text", file.toString());
        press("Return");
        awaitGone("file chooser", "File Chooser Widget");
    }

    /** Out of the way, so that nothing is hovered over. */
    public void parkMouse() {
        desktop.command("xdotool", "mousemove", "640", "0").run().expect(0);
    }

    /** What was copied last. */
    public String clipboard() {
        return desktop.command("timeout", "5", "xclip", "-o", "-selection", "clipboard").run().out();
    }

    /** Takes a picture of the screen, for people to look at. */
    public void picture(String name) {
        Path taken = desktop.home().resolve("picture.png");
        parkMouse();
        Await.pause(SETTLING);
        desktop.command("import", "-window", "root", taken.toString()).run().expect(0);
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("gantry.pictures")));
            Files.move(taken, folder.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that shows and says something, a line each. */
    public String describe() {
        return elements().stream().filter(element -> !element.name().isEmpty() || !element.text().isEmpty()).map(Element::toString)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private Optional<Element> find(Predicate<Element> condition) {
        return elements().stream().filter(condition).findFirst();
    }

    private static Predicate<Element> matches(String role, String name) {
        Pattern pattern = Pattern.compile(name, Pattern.DOTALL);
        return element -> element.role().equals(role) && pattern.matcher(element.name()).matches() && element.width() > 0;
    }

    private void doubleClick(int x, int y) {
        moveTo(x, y);
        desktop.command("xdotool", "click", "--repeat", "2", "--delay", "60", "1").run().expect(0);
        Await.pause(HAND);
    }

    private void moveTo(int x, int y) {
        desktop.command("xdotool", "mousemove", String.valueOf(x), String.valueOf(y)).run().expect(0);
        Await.pause(HAND);
    }

    @Override
    public void close() {
        accessibility.close();
    }
}
