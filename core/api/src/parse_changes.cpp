#include "http_links.h"
#include "members.h"
#include "parse.h"
#include "problem.h"

namespace learnlab::api {
namespace {

constexpr qsizetype maxCursorLength = 1024;

Result<Removed> parseRemoved(const QJsonValue &value)
{
    Members in(value);
    Removed removed;
    const QString kind = in.text("kind");
    if (kind == QLatin1String("file"))
        removed.item = domain::ItemRef::of(in.id<domain::FileId>("id"));
    else if (kind == QLatin1String("folder"))
        removed.item = domain::ItemRef::of(in.id<domain::FolderId>("id"));
    else
        in.wrong("kind");
    removed.revision = in.count("revision");
    return in.finish(removed);
}

Result<domain::OperationResult> parseOperationResult(const QJsonValue &value)
{
    Members in(value);
    domain::OperationResult result;
    result.id = in.id<domain::OperationId>("id");
    const QString status = in.text("status");
    if (status == QLatin1String("done")) {
        result.folder = in.object<domain::Folder>("folder", parseFolder);
        result.file = in.object<domain::File>("file", parseFile);
        if (result.folder.has_value() == result.file.has_value())
            in.wrong("folder");
    } else if (status == QLatin1String("failed")) {
        result.error = parseProblem(in.value("problem"));
    } else {
        in.wrong("status");
    }
    return in.finish(std::move(result));
}

} // namespace

Result<Changes> parseChanges(const QJsonValue &value)
{
    Members in(value);
    Changes changes;
    changes.cursor = in.token("cursor", maxCursorLength);
    changes.more = in.flag("more");
    changes.folders = in.list<domain::Folder>("folders", maxItems, parseFolder);
    changes.files = in.list<domain::File>("files", maxItems, parseFile);
    changes.removed = in.list<Removed>("removed", maxItems, parseRemoved);
    if (in.has("links")) // a server of the version before has none
        changes.links = in.list<domain::Link>("links", maxItems, parseLink);
    changes.profile = in.object<domain::User>("profile", parseUser);
    changes.usage = in.object<domain::Usage>("usage", parseUsage);
    return in.finish(std::move(changes));
}

Result<QList<domain::OperationResult>> parseOperationResults(const QJsonValue &value)
{
    Members in(value);
    auto results = in.list<domain::OperationResult>("results", maxItems, parseOperationResult);
    return in.finish(std::move(results));
}

} // namespace learnlab::api
