#include "mirror/store.h"

#include "header.h"
#include "query.h"
#include "replace.h"
#include "salvage.h"
#include "schema.h"

#include <QFile>

namespace learnlab::mirror {

namespace {

using domain::ErrorCode;
using domain::Result;

/// 8 MB are looked through in a few milliseconds.
constexpr qint64 mostPagesAtOnce = 2000;

/// MirrorDamaged when what is there cannot be a mirror; MirrorTooNew when a newer program wrote it.
Result<void> inspect(Connection &connection)
{
    const int schema = schemaOf(connection);
    const qint64 application = applicationOf(connection);
    if (const Result<void> read = connection.takeFailure(); !read)
        return read;
    if (schema == 0 && application == 0) {
        const bool empty = numberFrom(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        return empty ? connection.takeFailure()
                     : domain::fail(ErrorCode::MirrorDamaged, QStringLiteral("not a mirror"));
    }
    if (application != applicationId)
        return domain::fail(ErrorCode::MirrorDamaged, QStringLiteral("another program's database"));
    if (!isPossibleSchema(schema))
        return domain::fail(ErrorCode::MirrorDamaged, QStringLiteral("user_version"));
    if (schema > newestSchema())
        return domain::fail(ErrorCode::MirrorTooNew, QString::number(schema));
    // Who waits for the window waits for this: a large one is looked through once it is open and nothing is to do.
    const qint64 pages = numberFrom(connection, "PRAGMA page_count");
    if (pages <= mostPagesAtOnce)
        (void)connection.check([] { return true; });
    return connection.takeFailure();
}

struct Sound
{
    std::unique_ptr<Writer> writer;
    Connection *connection = nullptr; ///< the writer's
};

Result<Sound> openSound(const QString &path)
{
    if (!isPossibleHeader(path))
        return domain::fail(ErrorCode::MirrorDamaged, QStringLiteral("header"));
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Write);
    if (!connection)
        return tl::make_unexpected(connection.error());
    Result<void> ready = inspect(**connection);
    if (ready)
        ready = migrate(**connection);
    if (!ready)
        return tl::make_unexpected(ready.error());
    Connection *own = connection->get();
    Sound sound{std::make_unique<Writer>(std::move(*connection)), own};
    // A small one is in its order before anybody looks at it.
    if (const Result<bool> settled = sound.writer->settleOrder(); !settled)
        return tl::make_unexpected(settled.error());
    return sound;
}

/// A new mirror with what can be saved of the damaged one at PATH, beside it.
Result<void> makeReplacement(const QString &path)
{
    const Result<QString> draft = cleanDraft(path);
    if (!draft)
        return tl::make_unexpected(draft.error());
    mendHeader(path);
    const Result<Salvaged> salvaged = salvage(path);
    if (!salvaged)
        return tl::make_unexpected(salvaged.error());
    Result<Sound> fresh = openSound(*draft);
    if (!fresh)
        return tl::make_unexpected(fresh.error());
    if (Result<void> carried = carryOver(*fresh->writer, *fresh->connection, *salvaged, path); !carried)
        return carried;
    if (Result<void> emptied = fresh->writer->checkpoint(true); !emptied)
        return emptied;
    fresh->writer.reset();
    return finishDraft(path);
}

Result<void> rebuild(const QString &path)
{
    if (!replacementIsMade(path)) {
        if (Result<void> made = makeReplacement(path); !made) {
            (void)cleanDraft(path); // it may be what fills the disk
            return made;
        }
    }
    Result<void> put = putReplacement(path);
    (void)cleanDraft(path); // what a power cut may have brought back of it
    return put;
}

} // namespace

Result<std::unique_ptr<Writer>> openWriter(const QString &path, Opened *opened)
{
    Opened unasked;
    Opened &result = opened ? *opened : unasked;
    result = Opened();
    result.created = !mirrorExists(path);
    Result<Sound> sound = domain::fail(ErrorCode::MirrorDamaged);
    if (!replacementIsMade(path) && !QFile::exists(suspectMarker(path)))
        sound = openSound(path);
    if (!sound && sound.error().code == ErrorCode::MirrorDamaged) {
        if (const Result<void> rebuilt = rebuild(path); !rebuilt)
            return tl::make_unexpected(rebuilt.error());
        result.rebuilt = true;
        sound = openSound(path);
    }
    if (!sound)
        return tl::make_unexpected(sound.error());
    if (result.rebuilt) {
        result.carriedTransfers = static_cast<int>(numberFrom(*sound->connection, "SELECT count(*) FROM transfers"));
        result.carriedOperations =
            static_cast<int>(numberFrom(*sound->connection, "SELECT count(*) FROM pending_operations"));
    }
    return std::move(sound->writer);
}

Result<std::unique_ptr<Reader>> openReader(const QString &path, std::shared_ptr<NameTable> names)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
    if (!connection)
        return tl::make_unexpected(connection.error());
    const int schema = schemaOf(**connection);
    if (const Result<void> read = (*connection)->takeFailure(); !read)
        return tl::make_unexpected(read.error());
    if (!isPossibleSchema(schema))
        return domain::fail(ErrorCode::MirrorDamaged, QStringLiteral("user_version"));
    if (schema > newestSchema())
        return domain::fail(ErrorCode::MirrorTooNew, QString::number(schema));
    if (schema < newestSchema())
        return domain::fail(ErrorCode::LocalIo, QStringLiteral("not migrated yet"));
    return std::make_unique<Reader>(std::move(*connection), std::move(names));
}

} // namespace learnlab::mirror
