#pragma once

#include <X11/Xlib.h>

/// The largest window that the screen shows; 0: there is none.
inline Window largestWindow(Display *display)
{
    Window root = 0, parent = 0, best = 0;
    Window *children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    long area = 0;
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes attributes;
        if (XGetWindowAttributes(display, children[i], &attributes) != 0 && attributes.map_state == IsViewable &&
            long(attributes.width) * attributes.height > area) {
            area = long(attributes.width) * attributes.height;
            best = children[i];
        }
    }
    XFree(children);
    return best;
}
