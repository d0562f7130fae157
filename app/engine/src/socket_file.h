#pragma once

#include <QString>

namespace learnlab::engine {

/// A descriptor that closes itself; -1: none.
class Descriptor
{
public:
    explicit Descriptor(int file = -1) : m_file(file) {}
    Descriptor(Descriptor &&other) noexcept : m_file(other.take()) {}
    Descriptor &operator=(Descriptor &&other) noexcept;
    ~Descriptor();

    [[nodiscard]] int get() const { return m_file; }
    [[nodiscard]] int take();
    explicit operator bool() const { return m_file >= 0; }

private:
    int m_file;
};

// Sockets with a name, which may be longer than the 108 bytes that the system takes. Any thread.

/// Takes the place of whatever is there: called by the profile's owner alone, so that is a dead owner's. Only its own
/// user may connect (mode 0600, before anybody can).
[[nodiscard]] Descriptor listenAt(const QString &path);
[[nodiscard]] Descriptor connectTo(const QString &path);
/// The next one that connected, if it is of the same user.
[[nodiscard]] Descriptor acceptFrom(const Descriptor &listening);
[[nodiscard]] bool isSameUser(const Descriptor &socket);

} // namespace learnlab::engine
