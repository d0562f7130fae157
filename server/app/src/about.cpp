#include "about.h"

#include "schema.h"

#include <boost/json/array.hpp>

namespace learnlab::server::app {
namespace {

using http::Request;
using http::Response;
using Answer = support::Task<support::Result<Response>>;

const char *registrationName(support::Registration registration)
{
    switch (registration) {
    case support::Registration::Open:
        return "open";
    case support::Registration::Domains:
        return "domains";
    case support::Registration::Invitation:
        return "invitation";
    case support::Registration::Closed:
        break;
    }
    return "closed";
}

boost::json::object capabilities(const About &about)
{
    const support::Config &config = about.config;
    boost::json::object limits{{"part_size", config.partSize},
                               {"multipart_threshold", config.multipartThreshold},
                               {"max_file_size", config.maxFileSize},
                               {"max_batch", config.maxBatch},
                               {"max_part_urls", config.maxPartUrls},
                               {"trash_retention_days", config.trashRetentionDays},
                               {"name_code_points", 255}};
    boost::json::object server{
        {"name", config.serverName}, {"version", LEARNLAB_VERSION}, {"id", about.serverId.text()}};
    boost::json::object body;
    body["api"] = 2;
    body["server"] = std::move(server);
    body["registration"] = registrationName(config.registration);
    body["limits"] = std::move(limits);
    const std::string &contents = about.objectsUrl.empty() ? about.publicUrl : about.objectsUrl;
    body["object_hosts"] = boost::json::array{boost::json::string(contents)};
    body["features"] = boost::json::array{"feed", "operations", "uploads", "downloads", "events", "links", "receipts"};
    return body;
}

Answer answerCapabilities(const About &about)
{
    Response response = http::json(200, capabilities(about));
    co_return response;
}

Answer healthy()
{
    const boost::json::object body{{"status", "ok"}};
    co_return http::json(200, body);
}

Answer ready(const About &about)
{
    auto well = co_await checkSchema(about.pool);
    if (!well)
        co_return support::fail(std::move(well.error()));
    co_return co_await healthy();
}

} // namespace

void addAboutRoutes(http::Router &router, const About &about)
{
    router.add("GET", "/healthz", [](Request &) { return healthy(); });
    router.add("GET", "/readyz", [&about](Request &) { return ready(about); });
    router.add("GET", "/api/v2/capabilities", [&about](Request &) { return answerCapabilities(about); });
}

} // namespace learnlab::server::app
