#!/usr/bin/python3
"""Reviews a record as somebody does who cannot see the screen: through a screen reader.

It knows of the window only what the desktop's accessibility bus (AT-SPI) tells, and does only what can
be done over that bus: no picture, no mouse, no keys. It reads everything that the window has to say,
with all cards unfolded and every menu and sheet opened in turn, and looks for controls that a screen
reader could not name. Then it reads the article, corrects two inputs, confirms values, rules a
participant out, confirms the rest and marks the record reviewed. After each step it looks in the tree
whether it has come about.

    screen_reader.py PART-OF-THE-ARTICLE'S-TITLE
    screen_reader.py PART-OF-THE-ARTICLE'S-TITLE where ROLE NAME

The second form only tells where on the screen something is: its left, top, width and height in pixels.

One article must be open in the window that nobody has ruled on, with a day and participants, and whose
record has no problem without the last of them. The program must have been started in the same session,
and the property IsEnabled of org.a11y.Status on its bus been set; otherwise it builds no tree. Ends with
1, and a line for each thing that is wrong.

Nothing waits for a fixed time: the window shows in its next frame what was asked of it, so everything is
looked for again and again until a deadline. Each look asks the program itself for its whole tree, in one
question, so that it is of one moment and never a remembered one. What lies out of sight in a scrolled
pane is in the tree; rows of the list of articles that are out of sight are not.

Needs the Debian packages at-spi2-core and python3-gi, and so the system's own Python.
"""
import sys
import time
from collections import Counter
from dataclasses import dataclass

from gi.repository import Gio, GLib

DEADLINE = 30
GLANCE = 0.05

# The numbers of AT-SPI.
ENABLED, FOCUSABLE = 8, 11
ROLES = {
    7: "check box", 8: "check menu item", 11: "combo box", 12: "date editor", 23: "frame", 29: "label",
    32: "list item", 35: "menu item", 37: "page tab", 40: "password", 43: "button", 44: "radio button",
    45: "radio menu item", 50: "separator", 51: "slider", 52: "spin button", 62: "toggle button", 79: "entry",
    88: "link", 91: "tree item",
}
CONTROLS = set(ROLES.values()) - {"frame", "label", "separator"}
BUTTONS = {"button", "toggle button"}

MENUS = ("File", "Edit", "Review", "View", "Help")
SHEETS = (("View", "All actions…"), ("Edit", "History…"), ("Edit", "Settings…"), ("Help", "About Chancery"))
VENUE = "Palace of Fine Arts – Ħal Luqa"
NOTES = "Read by ear.\nThe venue was printed in the second paragraph – café Zürich."


class Wrong(Exception):
    """The window is not as it should be."""


def wait_until(what, look):
    """Looks until there is something, and gives it. What vanishes while it is asked is looked for again."""
    since = time.monotonic()
    while time.monotonic() - since < DEADLINE:
        try:
            if found := look():
                return found
        except GLib.Error:
            pass
        time.sleep(GLANCE)
    raise Wrong(f"waited in vain until {what}")


class Bus:
    """The bus on which programs tell what is in their windows."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = ask(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")[0]
        flags = Gio.DBusConnectionFlags
        flags = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def programs(self):
        root = "/org/a11y/atspi/accessible/root"
        found = ask(self.bus, "org.a11y.atspi.Registry", root, "org.a11y.atspi.Accessible.GetChildren")
        return [program for program, _ in found[0]]

    def tree(self, program):
        """Everything in a program's windows, in the order in which it is read out."""
        answer = ask(self.bus, program, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache.GetItems")
        items = answer.get_child_value(0)
        nodes, after = [], "the beginning"
        for item in map(items.get_child_value, range(items.n_children())):
            # Of ten things only these: to unpack them all takes most of the time.
            (owner, path), name, role, states = item[0], item[6].strip(), item[7], item[9]
            nodes.append(Node(self.bus, owner, path, ROLES.get(role, f"role {role}"), name, states[0], after))
            after = name or after
        return nodes


def ask(bus, owner, path, method, arguments=None):
    """Calls a method and gives what it answers."""
    interface, _, method = method.rpartition(".")
    no_flags = Gio.DBusCallFlags.NONE
    return bus.call_sync(owner, path, interface, method, arguments, None, no_flags, DEADLINE * 1000)


@dataclass
class Node:
    """Something in a window, as it was when it was read."""
    bus: Gio.DBusConnection
    owner: str
    path: str
    role: str
    name: str
    states: int
    after: str

    def ask(self, method, arguments=None):
        return ask(self.bus, self.owner, self.path, f"org.a11y.atspi.{method}", arguments)[0]

    def text(self):
        return self.ask("Text.GetText", GLib.Variant("(ii)", (0, -1)))

    def has(self, state):
        return bool(self.states >> state & 1)

    def is_control(self):
        """The window has the keyboard itself while nothing in it has; that makes it no control."""
        return self.role in CONTROLS or self.has(FOCUSABLE) and self.role != "frame"

    def is_called(self, name):
        """By this name and no more, or with what belongs to it: its key in a menu, more about a value."""
        more = self.name.removeprefix(name)
        return self.name.startswith(name) and (not more or more.startswith((",", ":", " Ctrl+")))


class Review:
    """A review of the record in the window with this title, and the nameless controls met on the way."""

    def __init__(self, title):
        self.bus, self.title, self.nameless = Bus(), title, []
        self.program = wait_until(f"there is a window with \"{title}\"", self.find_program)

    def find_program(self):
        for program in self.bus.programs():
            if any(self.title in node.name for node in self.bus.tree(program)):
                return program
        return None

    def nodes(self):
        return self.bus.tree(self.program)

    def find(self, name, roles=CONTROLS):
        return next((node for node in self.nodes() if node.role in roles and node.is_called(name)), None)

    def wait_for(self, name, roles=CONTROLS):
        return wait_until(f"there is \"{name}\"", lambda: self.find(name, roles))

    def names(self, beginning):
        """What follows this beginning in the names of buttons that have it."""
        names = (node.name for node in self.nodes() if node.role in BUTTONS)
        return [name.removeprefix(beginning) for name in names if name.startswith(beginning)]

    def press(self, name):
        def pressed():
            button = self.find(name, BUTTONS)
            return button and button.has(ENABLED) and button.ask("Action.DoAction", GLib.Variant("(i)", (0,)))

        wait_until(f"\"{name}\" can be pressed", pressed)

    def press_away(self, name):
        """Presses a button that is not there any more once it has done what it says."""
        self.press(name)
        wait_until(f"\"{name}\" is done", lambda: not self.find(name, BUTTONS))
        print(f"pressed \"{name}\"")

    def press_open(self, name):
        """Presses a button that brings up more. Gives how many nodes there were before."""
        before = len(self.nodes())
        self.press(name)
        wait_until(f"\"{name}\" opens", lambda: len(self.nodes()) > before)
        return before

    def press_closed(self, name, before):
        """Presses a button that puts away again what it brought up."""
        self.press(name)
        wait_until(f"\"{name}\" closes", lambda: len(self.nodes()) <= before)

    def set_text(self, name, text):
        entry = self.wait_for(name, {"entry"})
        entry.ask("EditableText.SetTextContents", GLib.Variant("(s)", (text,)))
        wait_until(f"\"{name}\" says {text!r}", lambda: self.wait_for(name, {"entry"}).text() == text)
        print(f"set \"{name}\" to {text!r}")

    def check_names(self, what):
        """Reads everything, counts it, and remembers the controls that have no name."""
        nodes = self.nodes()
        controls = [node for node in nodes if node.is_control()]
        roles = Counter(node.role for node in controls)
        by_role = ", ".join(f"{count} {role}" for role, count in roles.most_common())
        print(f"read {what}: {len(nodes)} nodes, {len(controls)} controls ({by_role})")
        nameless = (node for node in controls if not node.name)
        self.nameless += [f"{what}: a {node.role} after \"{node.after}\" has no name" for node in nameless]

    def check_unfolded(self):
        """With the form of every participant and commitment open."""
        for card in self.names("Reject "):
            if card.startswith(("Participant ", "Commitment ")):
                self.press_open(card)
        self.check_names("the record unfolded")

    def check_menus(self):
        for menu in MENUS:
            before = self.press_open(menu)
            self.check_names(f"the menu {menu}")
            self.press_closed(menu, before)

    def check_sheets(self):
        for menu, sheet in SHEETS:
            self.press_open(menu)
            self.press(sheet)
            self.wait_for("Close", BUTTONS)
            self.check_names(f"the sheet \"{sheet}\"")
            self.press_away("Close")

    def read_article(self):
        text = self.wait_for("Article", {"entry"}).text()
        if self.title not in text:
            raise Wrong(f"the article's text does not hold its title: {text[:80]!r}")
        print(f"read the article: {len(text.split())} words")

    def is_reviewed(self):
        rows = (node.name for node in self.nodes() if node.role == "list item")
        return any(self.title in row and ", Reviewed" in row for row in rows)

    def rule(self):
        """From the first ruling to the record that is reviewed."""
        people = [name for name in self.names("Reject ") if name.startswith("Participant ")]
        self.press_away(f"Reject {people[-1]}")
        self.wait_for(f"Restore {people[-1]}", BUTTONS)
        for value in ["Date of the meeting", *people[:-1]]:
            self.press_away(f"Confirm {value}")
        self.press("Confirm the rest")
        wait_until("every value is decided", lambda: self.names("Confirm ") == ["the rest"])
        print("pressed \"Confirm the rest\"")
        if self.is_reviewed():
            raise Wrong("the record is reviewed before anybody said so")
        self.press("Reviewed, next")
        wait_until("the list says that the record is reviewed", self.is_reviewed)
        print("pressed \"Reviewed, next\": the list says that the record is reviewed")


def where(title, role, name):
    """Where something is, once it is in its place: it may still be scrolling there."""
    review = Review(title)
    seen = []

    def settled():
        node = review.find(name, {role})
        if node:
            seen.append(node.ask("Component.GetExtents", GLib.Variant("(u)", (0,))))
        return len(seen) > 1 and seen[-1] == seen[-2] and seen[-1]

    print(*wait_until(f"there is a {role} \"{name}\"", settled))
    return []


def main():
    if len(sys.argv) == 5 and sys.argv[2] == "where":
        return where(sys.argv[1], *sys.argv[3:])
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    review = Review(sys.argv[1])
    try:
        review.check_names("the record")
        review.read_article()
        review.set_text("Notes", NOTES)
        review.set_text("Venue", VENUE)
        review.check_unfolded()
        review.check_menus()
        review.check_sheets()
        review.rule()
        review.check_names("the reviewed record")
    except (Wrong, GLib.Error) as error:
        labels = " | ".join(node.name for node in review.nodes() if node.role == "label")
        return [*review.nameless, str(error), f"the window says: {labels}"]
    return review.nameless


if __name__ == "__main__":
    try:
        wrong = main()
    except (Wrong, GLib.Error) as error:
        wrong = [f"no window to review in: {error}"]
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(bool(wrong))
