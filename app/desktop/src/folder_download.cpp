#include "folder_download.h"

#include "domain/names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace learnlab::desktop {

namespace {

/// Asked for at once; more would only wait in the queue.
constexpr int mostAtOnce = 512;
constexpr int deepest = 200;

} // namespace

/// What goes where. On a reader's thread: it makes the folders as it goes.
class FolderDownload::Planner
{
public:
    explicit Planner(const mirror::Reader &reader) : m_reader(reader) {}

    void add(const domain::ItemRef &item, const QString &folder, int depth)
    {
        if (item.kind == domain::ItemKind::File) {
            if (const auto file = m_reader.file(item.fileId()); file && !file->isDeleted)
                m_plan.copies.append({file->id, file->filename, QFile::encodeName(freePath(folder, file->filename))});
            return;
        }
        const auto source = m_reader.folder(item.folderId());
        if (!source || depth > deepest)
            return;
        const QString made = freePath(folder, source->name);
        if (!QDir().mkdir(made)) {
            if (!m_plan.error)
                m_plan.error = domain::Error{domain::ErrorCode::LocalIo, made};
            return;
        }
        for (const domain::Folder &child : m_reader.childFolders(source->id))
            add(domain::ItemRef::of(child.id), made, depth + 1);
        for (const domain::File &child : m_reader.childFiles(source->id))
            add(domain::ItemRef::of(child.id), made, depth + 1);
    }

    [[nodiscard]] Plan take() { return std::move(m_plan); }

private:
    /// Names from the server become names on this disk, and nothing there is replaced.
    QString freePath(const QString &folder, const QString &name)
    {
        const QString free = domain::freeName(domain::exactLocalName(name), [&](const QString &candidate) {
            const QFileInfo there(folder + QLatin1Char('/') + candidate);
            return m_taken.contains(there.filePath()) || there.exists() || there.isSymLink();
        });
        const QString path = folder + QLatin1Char('/') + free;
        m_taken.insert(path);
        return path;
    }

    const mirror::Reader &m_reader;
    QSet<QString> m_taken;
    Plan m_plan;
};

FolderDownload::FolderDownload(engine::Commands &commands, QObject *parent) : QObject(parent), m_commands(commands) {}

void FolderDownload::start(mirror::ReadPool &mirror, const QList<domain::ItemRef> &items, const QString &folder, QObject *context, Reply reply)
{
    m_context = context;
    m_reply = std::move(reply);
    mirror.ask<Plan>(
        this,
        [items, folder](const mirror::Reader &reader) {
            Planner planner(reader);
            for (const domain::ItemRef &item : items)
                planner.add(item, folder, 0);
            return planner.take();
        },
        [this](Plan plan) {
            m_copies = std::move(plan.copies);
            m_result.error = plan.error;
            fetchMore();
        });
}

void FolderDownload::fetchMore()
{
    while (m_next < m_copies.size() && m_underWay < mostAtOnce) {
        const Copy &copy = m_copies.at(m_next++);
        ++m_underWay;
        m_commands.copyTo(copy.file, copy.destination, false, this,
                          [this, name = copy.name](const domain::Result<void> &result) { fetched(name, result); });
    }
    if (m_underWay > 0 || m_next < m_copies.size())
        return;
    deleteLater();
    if (m_context && m_reply)
        std::exchange(m_reply, nullptr)(m_result);
}

void FolderDownload::fetched(const QString &name, const domain::Result<void> &result)
{
    --m_underWay;
    if (result) {
        ++m_result.files;
    } else {
        if (m_result.failed++ == 0) {
            m_result.firstFailed = name;
            m_result.error = result.error();
        }
    }
    fetchMore();
}

} // namespace learnlab::desktop
