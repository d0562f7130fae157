#pragma once
// GET /api/v2/events: a WebSocket that says that the user's feed moved, and nothing else. It ends with the session, and
// with the access token it was opened by unless the client sends a fresh one. Loop thread only.

#include "room.h"

#include <server/http/websocket.h>

namespace learnlab::server::files {

class Events
{
public:
    explicit Events(Room &room);
    ~Events();
    Events(const Events &) = delete;
    Events &operator=(const Events &) = delete;

    [[nodiscard]] Task<Result<Response>> open(Request &request, Principal who);
    void stop(); // the loop may end

private:
    class Socket;
    struct State;
    static Task<void> talk(std::shared_ptr<State> state, http::WebSocket &wire, Principal who, std::string bearer);
    static Task<void> obey(std::shared_ptr<State> state, std::shared_ptr<Socket> socket, std::string message);
    static Task<bool> readHead(std::shared_ptr<State> state, std::shared_ptr<Socket> socket);
    static Task<void> check(std::shared_ptr<State> state, std::shared_ptr<Socket> socket);
    static Task<void> checkAll(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace learnlab::server::files
