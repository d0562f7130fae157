#pragma once
// What the handlers of this room share, and the handlers. Each takes its arguments by value or from the connection,
// which outlives it.

#include "feed_hub.h"

#include <server/files/files.h>
#include <server/files/kept_pages.h>

namespace learnlab::server::files {

using auth::Principal;
using http::Request;
using http::Response;
using support::fail;
using support::problem;
using support::Problem;
using support::Result;
using support::Task;
using support::Uuid;

struct Room
{
    explicit Room(const FilesContext &context)
        : pool(context.pool),
          guard(context.guard),
          objects(context.objects),
          config(context.config),
          log(context.log),
          executor(context.executor),
          links(context.links),
          hub(context.executor, context.pool, context.config.databaseUrl)
    {}
    store::Pool &pool;
    auth::Guard &guard;
    objects::ObjectStore &objects;
    const support::Config &config;
    support::Logger &log;
    boost::asio::any_io_executor executor;
    LinkRows links;
    FeedHub hub;
    KeptPages pages; // of folders
};

[[nodiscard]] Task<Result<Response>> getChanges(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> getChildren(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> getUsage(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> postOperations(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> postUploads(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> getUpload(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> deleteUpload(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> postParts(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> postComplete(Room &room, Request &request, Principal who);
[[nodiscard]] Task<Result<Response>> postDownloads(Room &room, Request &request, Principal who);

// 200 with a JSON text that was written already.
[[nodiscard]] Response jsonText(std::string text);

// How long an address is good. Long enough for a large part on a slow line: a PUT is checked when it begins.
inline constexpr std::chrono::seconds addressLifetime{3600};

} // namespace learnlab::server::files
