// learnlab-bench-mirror fill|reference|change|browse|search DATABASE ROWS: see tests/bench/run browse. Prints one line
// of JSON; times are CPU seconds or milliseconds of this thread, because the machine has other things to do.
#include "tree.h"

#include "mirror/store.h"
#include "parse.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <ctime>

using namespace learnlab;

namespace {

constexpr qint64 pageSize = 1000;

double cpu()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

template <class Work>
double cpuOf(const Work &work)
{
    const double begin = cpu();
    work();
    return cpu() - begin;
}

/// In milliseconds: the middle one and the one that 99 of 100 stay below.
QJsonObject spread(std::vector<double> seconds)
{
    std::sort(seconds.begin(), seconds.end());
    const auto at = [&](double part) { return seconds[size_t(double(seconds.size() - 1) * part)] * 1000; };
    return {
        {QStringLiteral("p50_ms"), at(0.5)}, {QStringLiteral("p99_ms"), at(0.99)}, {QStringLiteral("most_ms"), at(1)}};
}

std::unique_ptr<mirror::Writer> openMirror(const QString &path)
{
    auto writer = mirror::openWriter(path);
    if (!writer)
        qFatal("%s", qPrintable(writer.error().detail));
    return std::move(*writer);
}

void must(const domain::Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

mirror::ChangesPage decoded(const QByteArray &body)
{
    const auto json = api::parseJson(body);
    auto changes = json ? api::parseChanges(*json) : tl::make_unexpected(json.error());
    if (!changes)
        qFatal("%s", qPrintable(changes.error().detail));
    return {changes->cursor, changes->more, changes->folders, changes->files, {}, {}, {}};
}

/// A first pull, from the server's JSON to the last commit. Takes up an interrupted one at its cursor.
QJsonObject fill(const QString &path, const bench::Tree &tree)
{
    const auto writer = openMirror(path);
    double parsing = 0;
    double writing = 0;
    qint64 longestLog = 0;
    QElapsedTimer wall;
    wall.start();
    qint64 making = 0;
    for (qint64 first = writer->read().cursor().mid(1).toLongLong(); first < tree.files(); first += pageSize) {
        const qint64 before = wall.elapsed();
        const QByteArray body = tree.page(first, pageSize);
        making += wall.elapsed() - before;
        mirror::ChangesPage page;
        parsing += cpuOf([&] { page = decoded(body); });
        writing += cpuOf([&] {
            must(writer->applyPage(page));
            must(writer->checkpoint());
        });
        longestLog = std::max(longestLog, QFileInfo(path + QStringLiteral("-wal")).size());
    }
    writing += cpuOf([&] { must(writer->checkpoint(true)); });
    const double rows = double(tree.files() + tree.folders());
    return {{QStringLiteral("parse_s"), parsing},
            {QStringLiteral("write_s"), writing},
            {QStringLiteral("wall_s"), double(wall.elapsed() - making) / 1000},
            {QStringLiteral("rows_per_cpu_s"), rows / (parsing + writing)},
            {QStringLiteral("bytes_per_row"), double(QFileInfo(path).size()) / rows},
            {QStringLiteral("longest_wal_mb"), double(longestLog) / 1e6}};
}

/// The same rows by SQLite's own interface into a bare table, the indexes built afterwards.
QJsonObject reference(const QString &path, const bench::Tree &tree)
{
    sqlite3 *database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    const auto run = [&](const char *sql) {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(database));
    };
    double loading = cpuOf([&] {
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=1000;"
            "CREATE TABLE files(n INTEGER PRIMARY KEY, id BLOB, folder_id BLOB, filename TEXT, file_size INTEGER, "
            "mime_type TEXT, created_at INTEGER, updated_at INTEGER, content_modified_at INTEGER, content_sha256 BLOB, "
            "revision INTEGER) STRICT;");
    });
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO files VALUES (NULL,?,?,?,?,?,?,?,?,?,?)", -1, &insert, nullptr);
    for (qint64 first = 0; first < tree.files(); first += pageSize) {
        QList<domain::File> files;
        for (qint64 n = first; n < std::min(first + pageSize, tree.files()); ++n)
            files.append(tree.file(n));
        loading += cpuOf([&] {
            run("BEGIN");
            for (const domain::File &file : std::as_const(files)) {
                const QByteArray name = file.filename.toUtf8();
                const QByteArray type = file.mimeType.toUtf8();
                sqlite3_bind_blob(insert, 1, file.id.bytes().data(), 16, SQLITE_STATIC);
                sqlite3_bind_blob(insert, 2, file.folderId.bytes().data(), 16, SQLITE_STATIC);
                sqlite3_bind_text(insert, 3, name.constData(), int(name.size()), SQLITE_STATIC);
                sqlite3_bind_int64(insert, 4, file.fileSize);
                sqlite3_bind_text(insert, 5, type.constData(), int(type.size()), SQLITE_STATIC);
                sqlite3_bind_int64(insert, 6, file.createdAt.time_since_epoch().count());
                sqlite3_bind_int64(insert, 7, file.updatedAt.time_since_epoch().count());
                sqlite3_bind_int64(insert, 8, file.contentModifiedAt->time_since_epoch().count());
                sqlite3_bind_blob(insert, 9, file.contentSha256.constData(), 32, SQLITE_STATIC);
                sqlite3_bind_int64(insert, 10, file.revision);
                sqlite3_step(insert);
                sqlite3_reset(insert);
            }
            run("COMMIT");
        });
    }
    sqlite3_finalize(insert);
    loading += cpuOf([&] {
        run("CREATE UNIQUE INDEX a ON files(id); CREATE INDEX b ON files(folder_id, filename, id);"
            "CREATE INDEX c ON files(updated_at)");
    });
    sqlite3_close(database);
    return {{QStringLiteral("load_s"), loading}, {QStringLiteral("rows_per_cpu_s"), double(tree.files()) / loading}};
}

/// One file gets another name somewhere else: until the list on the screen has it.
QJsonObject change(const QString &path, const bench::Tree &tree)
{
    const auto writer = openMirror(path);
    const auto reader = mirror::openReader(path);
    std::vector<double> times;
    constexpr int times_ = 200;
    for (int i = 0; i < times_; ++i) {
        domain::File file = tree.file(1 + i * 10 % std::min<qint64>(tree.files() - 1, 900)); // in a folder of forty
        file.revision = writer->read().file(file.id)->revision + tree.files();
        file.filename = QStringLiteral("Changed %1.pdf").arg(i);
        mirror::ChangesPage page;
        page.cursor = writer->read().cursor();
        page.files = {file};
        times.push_back(cpuOf([&] {
            must(writer->applyPage(page));
            must(writer->checkpoint());
            (void)(*reader)->childIds(file.folderId, {});
            (void)(*reader)->rows({domain::ItemRef::of(file.id)});
        }));
    }
    return spread(times);
}

QJsonObject browse(const QString &path, const bench::Tree &tree)
{
    const auto reader = mirror::openReader(path);
    QJsonObject result;
    for (const auto &[name, key] :
         {std::pair("name", mirror::SortKey::Name), std::pair("size", mirror::SortKey::Size),
          std::pair("type", mirror::SortKey::Type), std::pair("modified", mirror::SortKey::Modified)}) {
        std::vector<double> times;
        qsizetype count = 0;
        for (int i = 0; i < 9; ++i) {
            times.push_back(cpuOf([&] {
                const auto ids = (*reader)->childIds(tree.largest(), {key, i % 2 == 1});
                count = ids.size();
                (void)(*reader)->rows(ids.mid(0, 100));
            }));
        }
        result.insert(QLatin1String(name), spread(times));
        result.insert(QStringLiteral("children"), qint64(count));
    }
    const auto pageOf = [&](const char *name, const std::function<QList<domain::ItemRef>(int)> &read) {
        std::vector<double> times;
        for (int i = 0; i < 9; ++i)
            times.push_back(cpuOf([&] { (void)(*reader)->rows(read(i)); }));
        result.insert(QLatin1String(name), spread(times));
    };
    constexpr int page = 100;
    pageOf("first_page", [&](int i) {
        return (*reader)->childIds(tree.largest(), {mirror::SortKey::Name, i % 2 == 1}, page);
    });
    (*reader)->prepareSearch();
    pageOf("all_by_size", [&](int i) { return (*reader)->allFileIds({mirror::SortKey::Size, i % 2 == 1}, page); });
    pageOf("all_by_name", [&](int i) { return (*reader)->allFileIds({mirror::SortKey::Name, i % 2 == 1}, page); });
    result.insert(QStringLiteral("all_s"), cpuOf([&] { (void)(*reader)->allFileIds({mirror::SortKey::Name, false}); }));
    return result;
}

QJsonObject search(const QString &path, const bench::Tree &tree)
{
    const auto reader = mirror::openReader(path);
    QJsonObject result{{QStringLiteral("load_s"), cpuOf([&] { (*reader)->prepareSearch(); })}};
    std::vector<double> times;
    QByteArray all;
    for (qint64 n = 0; n < tree.files(); ++n)
        all += tree.file(n).filename.toLower().toUtf8() + '\n';
    std::vector<double> references;
    const auto type = [&](const QString &text) {
        for (qsizetype letters = 1; letters <= text.size(); ++letters) {
            const QString typed = text.left(letters);
            times.push_back(cpuOf([&] { (void)(*reader)->searchIds(typed, 200); }));
            const QByteArray needle = typed.toLower().toUtf8();
            references.push_back(cpuOf([&] {
                const char *end = all.constData() + all.size();
                for (const char *at = all.constData(); at;) {
                    at = static_cast<const char *>(
                        memmem(at, size_t(end - at), needle.constData(), size_t(needle.size())));
                    at = at ? at + 1 : nullptr;
                }
            }));
        }
    };
    for (const char *text : {"analysis exam", "übung", "лекция", "x", ".", "zz top", "final 4711", "e", "7", "課題",
                             "photo img .jpg", "1.p"})
        type(QString::fromUtf8(text));
    result.insert(QStringLiteral("letters"), spread(times));
    result.insert(QStringLiteral("memmem"), spread(references));
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        qFatal("learnlab-bench-mirror fill|reference|change|browse|search DATABASE ROWS");
    const QString what = QString::fromLocal8Bit(argv[1]);
    const QString path = QFile::decodeName(argv[2]);
    const bench::Tree tree(QByteArray(argv[3]).toLongLong());
    const QJsonObject result = what == QLatin1String("fill")        ? fill(path, tree)
                               : what == QLatin1String("reference") ? reference(path, tree)
                               : what == QLatin1String("change")    ? change(path, tree)
                               : what == QLatin1String("browse")    ? browse(path, tree)
                                                                    : search(path, tree);
    printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
