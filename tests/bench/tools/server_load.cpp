// Asks a server of this machine the same thing over and over, and tells how long the answers took.
//
//   server_load --port P --path /x [--connections N] [--seconds S] [--rate R] [--body FILE --type T | --form BYTES]
//
// Without --rate each connection asks again as soon as it has its answer: the peak. With it questions are due at fixed
// times, whether or not the server keeps up, and an answer's time counts from when its question was due: a server that
// stalls cannot hide the questions that it kept waiting. Who is told to come back later does. Each line of FILE is a
// body, sent in turns; --form sends a new file of so many bytes each time, as a browser does. The token comes by
// BENCH_TOKEN, never by the command line. Prints one line of JSON.
#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <netinet/tcp.h>
#include <random>
#include <string>
#include <sys/epoll.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Connection
{
    int socket = -1;
    bool busy = false;
    Clock::time_point due;
    Clock::time_point rests; // until then: it was told to come back later
    std::string text;        // what has arrived of the answer
};

struct Tally
{
    std::vector<double> milliseconds;
    std::map<int, long> statuses;
    long bytes = 0;
    long broken = 0;
};

class Load
{
public:
    Load(std::map<std::string, std::string> flags) : m_flags(std::move(flags))
    {
        if (m_flags.contains("body")) {
            std::ifstream file(m_flags["body"]);
            for (std::string line; std::getline(file, line);)
                m_questions.push_back(question(line));
        } else if (m_flags.contains("form")) {
            m_flags["type"] = "multipart/form-data; boundary=bench";
            m_content.resize(static_cast<std::size_t>(number("form", 0)));
            std::ranges::generate(m_content, [this] { return static_cast<char>(m_chance()); });
        } else {
            m_questions.push_back(question({}));
        }
        m_poll = ::epoll_create1(EPOLL_CLOEXEC);
    }

    int run()
    {
        m_connections.resize(static_cast<std::size_t>(number("connections", 16)));
        for (auto &connection : m_connections)
            connect(connection);
        const double rate = number("rate", 0);
        m_begin = Clock::now();
        m_end = m_begin + std::chrono::milliseconds(static_cast<long>(number("seconds", 5) * 1000));
        m_gap = rate > 0 ? std::chrono::nanoseconds(static_cast<long>(1e9 / rate)) : std::chrono::nanoseconds(0);
        m_next = m_begin;
        for (auto now = Clock::now(); now < m_end || anyBusy(now); now = Clock::now()) {
            ask(now);
            answer(now);
        }
        print();
        return m_tally.milliseconds.empty() ? 1 : 0;
    }

private:
    double number(const std::string &name, double usual) const
    {
        const auto found = m_flags.find(name);
        return found == m_flags.end() ? usual : std::atof(found->second.c_str());
    }

    std::string question(const std::string &body)
    {
        std::string text = (body.empty() ? "GET " : "POST ") + m_flags["path"] + " HTTP/1.1\r\nHost: localhost\r\n";
        if (const char *token = std::getenv("BENCH_TOKEN"); token != nullptr)
            text += std::string("Authorization: Bearer ") + token + "\r\n";
        if (!body.empty())
            text += "Content-Type: " + m_flags["type"] + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
        return text + "\r\n" + body;
    }

    // No two of the same name or content, in this run or another.
    std::string form()
    {
        const std::string name = "Exercise " + std::to_string(m_chance()) + ".bin";
        m_content.replace(0, std::min(name.size(), m_content.size()), name, 0, m_content.size());
        return question("--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
                        "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + m_content + "\r\n--bench--\r\n");
    }

    void connect(Connection &connection)
    {
        connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(number("port", 0)));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(connection.socket, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0) {
            std::perror("server_load: connect");
            std::exit(1);
        }
        const int on = 1;
        ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{EPOLLIN, {.ptr = &connection}};
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, connection.socket, &event);
    }

    // What is still under way at the end may arrive for ten seconds more.
    bool anyBusy(Clock::time_point now) const
    {
        return now < m_end + std::chrono::seconds(10) &&
               std::ranges::any_of(m_connections, [](const auto &each) { return each.busy; });
    }

    void ask(Clock::time_point now)
    {
        for (; m_gap.count() > 0 && m_next <= now && m_next < m_end; m_next += m_gap)
            m_due.push_back(m_next);
        for (auto &connection : m_connections) {
            if (connection.busy || connection.rests > now)
                continue;
            if (m_gap.count() > 0 ? m_due.empty() : now >= m_end)
                break;
            connection.due = m_gap.count() > 0 ? m_due.front() : now;
            if (m_gap.count() > 0)
                m_due.pop_front();
            connection.busy = true;
            const std::string text = m_questions.empty() ? form() : m_questions[m_turn++ % m_questions.size()];
            if (::send(connection.socket, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
                renew(connection);
        }
    }

    void answer(Clock::time_point now)
    {
        int wait = 100;
        if (m_gap.count() > 0 && m_due.empty() && m_next < m_end)
            wait = static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(m_next - now).count());
        epoll_event events[64];
        const int count = ::epoll_wait(m_poll, events, 64, std::clamp(wait, 0, 100));
        for (int i = 0; i < count; ++i)
            read(*static_cast<Connection *>(events[i].data.ptr));
    }

    void read(Connection &connection)
    {
        static char buffer[256 << 10];
        const ssize_t got = ::recv(connection.socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (got <= 0)
            return renew(connection);
        connection.text.append(buffer, static_cast<std::size_t>(got));
        const auto head = connection.text.find("\r\n\r\n");
        if (head == std::string::npos)
            return;
        if (connection.text.size() < head + 4 + contentLength(connection.text.substr(0, head)))
            return;
        int status = 0;
        std::from_chars(connection.text.data() + 9, connection.text.data() + 12, status);
        ++m_tally.statuses[status];
        m_tally.bytes += static_cast<long>(connection.text.size());
        const std::chrono::duration<double, std::milli> taken = Clock::now() - connection.due;
        m_tally.milliseconds.push_back(taken.count());
        const std::string said = connection.text.substr(0, head);
        const bool closes = said.find("Connection: close") != std::string::npos;
        if (const auto later = said.find("Retry-After: "); later != std::string::npos)
            connection.rests = Clock::now() + std::chrono::seconds(std::atol(said.c_str() + later + 13));
        connection.text.clear();
        connection.busy = false;
        if (closes)
            reconnect(connection);
    }

    static std::size_t contentLength(const std::string &head)
    {
        const auto at = head.find("Content-Length: ");
        return at == std::string::npos ? 0 : static_cast<std::size_t>(std::atol(head.c_str() + at + 16));
    }

    void renew(Connection &connection)
    {
        ++m_tally.broken;
        reconnect(connection);
    }

    void reconnect(Connection &connection)
    {
        ::close(connection.socket);
        connection.text.clear();
        connection.busy = false;
        connect(connection);
    }

    double part(double share) const
    {
        return m_tally
            .milliseconds[static_cast<std::size_t>(share * static_cast<double>(m_tally.milliseconds.size() - 1))];
    }

    void print()
    {
        if (m_tally.milliseconds.empty())
            return;
        std::ranges::sort(m_tally.milliseconds);
        const std::chrono::duration<double> taken = Clock::now() - m_begin;
        std::string statuses;
        for (const auto &[status, count] : m_tally.statuses)
            statuses += (statuses.empty() ? "\"" : ", \"") + std::to_string(status) + "\": " + std::to_string(count);
        std::printf("{\"answers\": %zu, \"rate\": %.1f, \"p50\": %.3f, \"p99\": %.3f, \"most\": %.3f, \"bytes\": %ld, "
                    "\"broken\": %ld, \"statuses\": {%s}}\n",
                    m_tally.milliseconds.size(), static_cast<double>(m_tally.milliseconds.size()) / taken.count(),
                    part(0.5), part(0.99), m_tally.milliseconds.back(), m_tally.bytes, m_tally.broken,
                    statuses.c_str());
    }

    std::map<std::string, std::string> m_flags;
    std::vector<std::string> m_questions; // none: a form that is made when it is due
    std::mt19937_64 m_chance{std::random_device()()};
    std::string m_content;
    std::size_t m_turn = 0;
    std::vector<Connection> m_connections;
    std::deque<Clock::time_point> m_due;
    Tally m_tally;
    Clock::time_point m_begin, m_end, m_next;
    std::chrono::nanoseconds m_gap{0};
    int m_poll = -1;
};

} // namespace

int main(int count, char **words)
{
    std::map<std::string, std::string> flags{{"type", "application/json"}};
    for (int i = 1; i + 1 < count; i += 2)
        flags[std::string(words[i]).substr(2)] = words[i + 1];
    if (!flags.contains("port") || !flags.contains("path")) {
        std::fputs("Usage: server_load --port P --path /x [--connections N] [--seconds S] [--rate R] "
                   "[--body FILE --type T | --form BYTES]\n",
                   stderr);
        return 2;
    }
    return Load(std::move(flags)).run();
}
