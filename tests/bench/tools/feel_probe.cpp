// Presses keys in the largest window of the screen and sees when it paints, by the X server alone.
//
//   feel_probe X Y WIDTH HEIGHT   only paint within that part of the screen counts. Then reads commands, a line each:
//     press KEYS WAIT             presses KEYS (as Down, Shift+Down, Ctrl+a) and watches for WAIT ms: prints the ms
//     until
//                                 the first and until the last paint; -1 -1 when there was none
//     until KEYS X Y RRGGBB       presses KEYS and prints the ms until that pixel has that colour; -1 after 20 s
//     wait X Y RRGGBB             the same without a key
//     click X Y                   prints 0
#include "largest_window.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <poll.h>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class Probe
{
public:
    Probe(Display *display, const XRectangle &part) : m_display(display), m_part(part)
    {
        int error = 0;
        XDamageQueryExtension(display, &m_event, &error);
        // The root's: whatever shows on the screen, and nothing between it and the counting.
        XDamageCreate(display, DefaultRootWindow(display), XDamageReportRawRectangles);
        const Window window = largestWindow(display);
        XSetInputFocus(display, window, RevertToPointerRoot, CurrentTime);
        XSync(display, False);
    }

    void press(const std::string &keys, double wait)
    {
        forget();
        const auto start = Clock::now();
        send(keys);
        double first = -1, last = -1;
        while (since(start) < wait) {
            if (painted()) {
                last = since(start);
                first = first < 0 ? last : first;
            }
            awaitEvent(std::min(wait - since(start), 20.0));
        }
        std::cout << first << ' ' << last << std::endl;
    }

    void until(const std::string &keys, int x, int y, unsigned long colour)
    {
        forget();
        const auto start = Clock::now();
        send(keys);
        bool shown = false;
        while (!(shown = colourAt(x, y) == colour) && since(start) < 20000)
            awaitEvent(1);
        std::cout << (shown ? since(start) : -1.0) << std::endl;
    }

    void click(int x, int y)
    {
        XTestFakeMotionEvent(m_display, -1, x, y, CurrentTime);
        XTestFakeButtonEvent(m_display, 1, True, CurrentTime);
        XTestFakeButtonEvent(m_display, 1, False, CurrentTime);
        XSync(m_display, False);
        std::cout << 0 << std::endl;
    }

private:
    void forget()
    {
        XSync(m_display, False);
        while (XPending(m_display) > 0) {
            XEvent event;
            XNextEvent(m_display, &event);
        }
    }

    /// Modifiers go down before the key, and up after it in reverse.
    void send(const std::string &keys)
    {
        std::vector<KeyCode> codes;
        std::istringstream words(keys);
        for (std::string word; std::getline(words, word, '+');) {
            const std::string name = word == "Ctrl"    ? "Control_L"
                                     : word == "Shift" ? "Shift_L"
                                     : word == "Alt"   ? "Alt_L"
                                                       : word;
            codes.push_back(XKeysymToKeycode(m_display, XStringToKeysym(name.c_str())));
        }
        for (const KeyCode code : codes)
            XTestFakeKeyEvent(m_display, code, True, CurrentTime);
        for (auto code = codes.rbegin(); code != codes.rend(); ++code)
            XTestFakeKeyEvent(m_display, *code, False, CurrentTime);
        XFlush(m_display);
    }

    /// Whether what has arrived lies in the part that counts.
    bool painted()
    {
        bool found = false;
        while (XPending(m_display) > 0) {
            XEvent event;
            XNextEvent(m_display, &event);
            if (event.type != m_event + XDamageNotify)
                continue;
            const XRectangle &area = reinterpret_cast<const XDamageNotifyEvent &>(event).area;
            found = found || (area.x < m_part.x + m_part.width && m_part.x < area.x + area.width &&
                              area.y < m_part.y + m_part.height && m_part.y < area.y + area.height);
        }
        return found;
    }

    void awaitEvent(double milliseconds)
    {
        if (XPending(m_display) == 0 && milliseconds > 0) {
            pollfd waiting{ConnectionNumber(m_display), POLLIN, 0};
            poll(&waiting, 1, std::max(1, int(milliseconds)));
        }
    }

    unsigned long colourAt(int x, int y)
    {
        XImage *image = XGetImage(m_display, DefaultRootWindow(m_display), x, y, 1, 1, AllPlanes, ZPixmap);
        const auto pixel = XGetPixel(image, 0, 0);
        XDestroyImage(image);
        return pixel & 0xffffff;
    }

    Display *m_display;
    XRectangle m_part;
    int m_event = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<Display, int (*)(Display *)> display(XOpenDisplay(nullptr), XCloseDisplay);
    if (argc != 5 || !display) {
        std::cerr << (display ? "usage: see the head of feel_probe.cpp" : "no display") << std::endl;
        return 2;
    }
    Probe probe(display.get(),
                {short(std::atoi(argv[1])), short(std::atoi(argv[2])), static_cast<unsigned short>(std::atoi(argv[3])),
                 static_cast<unsigned short>(std::atoi(argv[4]))});
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string what, keys, colour;
        int x = 0, y = 0;
        double wait = 0;
        words >> what;
        if (what == "press" && words >> keys >> wait)
            probe.press(keys, wait);
        else if (what == "until" && words >> keys >> x >> y >> colour)
            probe.until(keys, x, y, std::strtoul(colour.c_str(), nullptr, 16));
        else if (what == "wait" && words >> x >> y >> colour)
            probe.until({}, x, y, std::strtoul(colour.c_str(), nullptr, 16));
        else if (what == "click" && words >> x >> y)
            probe.click(x, y);
        else
            return 2;
    }
    return 0;
}
