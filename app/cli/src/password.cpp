#include "password.h"

#include <QByteArray>

#include <cerrno>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace learnlab::cli {

namespace {

constexpr qsizetype longest = 4096;

/// One line, byte by byte: nothing behind it is taken away from whoever reads next.
std::optional<QString> readLine(int file)
{
    QByteArray line;
    char c = 0;
    while (line.size() < longest) {
        const ssize_t length = ::read(file, &c, 1);
        if (length < 0)
            return std::nullopt; // interrupted, for one
        if (length == 0 || c == '\n')
            break;
        line.append(c);
    }
    if (line.endsWith('\r'))
        line.chop(1);
    return line.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(line));
}

/// The terminal without echo while it lives.
class Quiet
{
public:
    explicit Quiet(int terminal) : m_terminal(terminal)
    {
        if (::tcgetattr(terminal, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isQuiet = ::tcsetattr(terminal, TCSAFLUSH, &quiet) == 0;
    }
    ~Quiet()
    {
        if (m_isQuiet)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;

    [[nodiscard]] bool isQuiet() const { return m_isQuiet; }

private:
    int m_terminal;
    termios m_before{};
    bool m_isQuiet = false;
};

void say(int terminal, const QByteArray &text)
{
    static_cast<void>(::write(terminal, text.constData(), static_cast<size_t>(text.size())) == text.size());
}

} // namespace

std::optional<QString> passwordFromInput()
{
    return readLine(STDIN_FILENO);
}

std::optional<QString> askPassword(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return std::nullopt;
    std::optional<QString> password;
    {
        const Quiet quiet(terminal);
        if (quiet.isQuiet()) {
            say(terminal, question.toLocal8Bit());
            password = readLine(terminal);
            say(terminal, "\n");
        }
    }
    ::close(terminal);
    return password;
}

} // namespace learnlab::cli
