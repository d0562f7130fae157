#pragma once
// What the servers of one database call out to each other: PostgreSQL's LISTEN and NOTIFY, on a connection of their
// own that is opened again when it is lost. A wake-up only: what is called while it is away is gone, so nothing may
// depend on it. Loop thread only.

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <string>

namespace learnlab::server::store {

class Notices
{
public:
    // What another server called out; never what came from here.
    using Heard = std::function<void(const std::string &payload)>;

    // channel: a plain SQL identifier of the program's own. Listening begins with start().
    Notices(boost::asio::any_io_executor executor, std::string url, std::string channel, Heard heard);
    ~Notices();
    Notices(const Notices &) = delete;
    Notices &operator=(const Notices &) = delete;

    void start(); // once more is nothing
    // At most 7,999 bytes of letters, digits, '-', ':' and blanks.
    void call(std::string payload);
    void stop(); // nothing is heard or sent any more, and the loop may end

private:
    struct Inner;
    std::shared_ptr<Inner> m_inner;
};

} // namespace learnlab::server::store
