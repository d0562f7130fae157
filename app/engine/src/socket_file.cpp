#include "socket_file.h"

#include <QFile>
#include <QFileInfo>

#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace learnlab::engine {

namespace {

/// An address by way of the folder's descriptor, which has to stay open while it is used.
class Address
{
public:
    explicit Address(const QString &path)
        : m_folder(::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC)),
          m_name(QFile::encodeName(QFileInfo(path).fileName()))
    {
        const QByteArray text = "/proc/self/fd/" + QByteArray::number(m_folder.get()) + '/' + m_name;
        m_address.sun_family = AF_UNIX;
        m_isGood = m_folder && text.size() < qsizetype(sizeof m_address.sun_path);
        if (m_isGood)
            std::memcpy(m_address.sun_path, text.constData(), size_t(text.size()));
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&m_address); }
    [[nodiscard]] socklen_t size() const { return sizeof m_address; }
    [[nodiscard]] const Descriptor &folder() const { return m_folder; }
    [[nodiscard]] const char *name() const { return m_name.constData(); }

private:
    Descriptor m_folder;
    QByteArray m_name;
    sockaddr_un m_address{};
    bool m_isGood = false;
};

constexpr int mostWaiting = 16; // until accepted

} // namespace

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

Descriptor::~Descriptor()
{
    if (m_file >= 0)
        ::close(m_file);
}

int Descriptor::take()
{
    return std::exchange(m_file, -1);
}

Descriptor listenAt(const QString &path)
{
    const Address address(path);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!address.isGood() || !socket)
        return Descriptor();
    ::unlinkat(address.folder().get(), address.name(), 0);
    // Nobody can connect before it listens, so nobody can between these.
    const bool listens = ::bind(socket.get(), address.get(), address.size()) == 0 &&
                         ::fchmodat(address.folder().get(), address.name(), 0600, 0) == 0 &&
                         ::listen(socket.get(), mostWaiting) == 0;
    return listens ? std::move(socket) : Descriptor();
}

Descriptor connectTo(const QString &path)
{
    const Address address(path);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!address.isGood() || !socket || ::connect(socket.get(), address.get(), address.size()) != 0)
        return Descriptor();
    return isSameUser(socket) ? std::move(socket) : Descriptor();
}

Descriptor acceptFrom(const Descriptor &listening)
{
    Descriptor socket(::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    return socket && isSameUser(socket) ? std::move(socket) : Descriptor();
}

bool isSameUser(const Descriptor &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(socket.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

} // namespace learnlab::engine
