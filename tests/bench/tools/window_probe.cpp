// Measures a program's window from outside, by the X server alone.
//
//   window_probe paint PROGRAM ARGUMENT...   starts the program on a bare screen, prints the milliseconds until the
//   first
//                                            pixel of its window shows, ends it
//   window_probe latency SECONDS             asks the largest window each 2 ms whether it is alive (_NET_WM_PING,
//   answered
//                                            by the event loop), prints the longest and the 99th percentile in ms
#include "largest_window.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <poll.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

unsigned long pixelAt(Display *display, int x, int y)
{
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
    const auto pixel = XGetPixel(image, 0, 0);
    XDestroyImage(image);
    return pixel;
}

int paint(Display *display, char **command)
{
    constexpr int x = 640;
    constexpr int y = 400;
    const auto before = pixelAt(display, x, y);
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    bool shown = false;
    while (!shown && milliseconds(Clock::now() - start) < 30000) {
        shown = pixelAt(display, x, y) != before;
        // The server is asked a thousand times a second, which costs it little.
        poll(nullptr, 0, 1);
    }
    const auto took = milliseconds(Clock::now() - start);
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    std::printf("%.1f\n", shown ? took : -1.0);
    return shown ? 0 : 1;
}

void sendPing(Display *display, Window window, unsigned long number)
{
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = long(XInternAtom(display, "_NET_WM_PING", False));
    event.xclient.data.l[1] = long(number);
    event.xclient.data.l[2] = long(window);
    XSendEvent(display, window, False, NoEventMask, &event);
    XFlush(display);
}

// Waits for the answer to that ping.
bool answered(Display *display, unsigned long number)
{
    const auto start = Clock::now();
    while (milliseconds(Clock::now() - start) < 10000) {
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type == ClientMessage && static_cast<unsigned long>(event.xclient.data.l[1]) == number) {
                return true;
            }
        }
        pollfd waiting{ConnectionNumber(display), POLLIN, 0};
        poll(&waiting, 1, 100);
    }
    return false;
}

int latency(Display *display, double seconds)
{
    // What a window manager listens to; there is none on this screen.
    XSelectInput(display, DefaultRootWindow(display),
                 StructureNotifyMask | SubstructureNotifyMask | SubstructureRedirectMask);
    const auto window = largestWindow(display);
    if (window == 0) {
        std::fprintf(stderr, "no window\n");
        return 1;
    }
    std::vector<double> times;
    const auto start = Clock::now();
    for (unsigned long number = 1; milliseconds(Clock::now() - start) < seconds * 1000; ++number) {
        const auto sent = Clock::now();
        sendPing(display, window, number);
        if (!answered(display, number)) {
            std::fprintf(stderr, "no answer\n");
            return 1;
        }
        times.push_back(milliseconds(Clock::now() - sent));
        poll(nullptr, 0, 2);
    }
    std::sort(times.begin(), times.end());
    std::printf("%.2f %.2f\n", times.back(), times[times.size() * 99 / 100]);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<Display, int (*)(Display *)> display(XOpenDisplay(nullptr), XCloseDisplay);
    const std::string_view mode = argc > 2 ? argv[1] : "";
    if (display && mode == "paint") {
        return paint(display.get(), argv + 2);
    }
    if (display && mode == "latency") {
        return latency(display.get(), std::atof(argv[2]));
    }
    std::fprintf(stderr, display ? "usage: see the head of window_probe.cpp\n" : "no display\n");
    return 2;
}
