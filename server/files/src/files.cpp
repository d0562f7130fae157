#include <server/files/files.h>

#include "events.h"

namespace learnlab::server::files {

struct Files::Inner
{
    explicit Inner(const FilesContext &context) : room(context), events(room), direct(room) {}
    Room room;
    Events events;
    Direct direct;
};

Response jsonText(std::string text)
{
    Response response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = std::move(text);
    return response;
}

Files::Files(FilesContext context) : m_inner(std::make_unique<Inner>(context)) {}
Files::~Files() = default;

void Files::wake(const Uuid &user)
{
    m_inner->room.hub.wake(user);
}

Direct &Files::direct()
{
    return m_inner->direct;
}

void Files::stop()
{
    m_inner->room.hub.stop();
    m_inner->events.stop();
}

void Files::addRoutes(http::Router &router)
{
    using Handle = Task<Result<Response>> (*)(Room &, Request &, Principal);
    Room &room = m_inner->room;
    const auto add = [&](std::string_view method, std::string_view pattern, Handle handle,
                         http::RouteOptions options = {}) {
        const auto call = [&room, handle](Request &request, const Principal &who) {
            return handle(room, request, who);
        };
        router.add(method, pattern, auth::signedIn(room.guard, call), options);
    };
    http::RouteOptions longPoll;
    longPoll.longPoll = true;
    add("GET", "/api/v2/changes", getChanges, longPoll);
    add("GET", "/api/v2/folders/{id}/children", getChildren);
    add("GET", "/api/v2/usage", getUsage);
    add("POST", "/api/v2/operations", postOperations);
    add("POST", "/api/v2/uploads", postUploads);
    add("POST", "/api/v2/uploads/complete", postComplete);
    add("GET", "/api/v2/uploads/{id}", getUpload);
    add("DELETE", "/api/v2/uploads/{id}", deleteUpload);
    add("POST", "/api/v2/uploads/{id}/parts", postParts);
    add("POST", "/api/v2/downloads", postDownloads);
    const auto openEvents = [&events = m_inner->events](Request &request, const Principal &who) {
        return events.open(request, who);
    };
    router.add("GET", "/api/v2/events", auth::signedIn(room.guard, openEvents), longPoll);
    room.hub.start();
}

} // namespace learnlab::server::files
