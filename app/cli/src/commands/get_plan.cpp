#include "commands/get_plan.h"

#include "domain/names.h"
#include "sentences.h"

#include <QFile>

#include <filesystem>

namespace learnlab::cli {

namespace {

/// Why a folder could not be made.
domain::ErrorCode codeOf(const std::error_code &error)
{
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
        error == std::errc::read_only_file_system)
        return domain::ErrorCode::LocalUnreadable;
    if (error == std::errc::no_space_on_device)
        return domain::ErrorCode::LocalDiskFull;
    return domain::ErrorCode::LocalIo;
}

} // namespace

void GetPlan::add(const mirror::Reader &reader, domain::ItemRef item, const QByteArray &into)
{
    if (!m_folders.contains(into))
        m_folders.append(into);
    if (item.kind == domain::ItemKind::File) {
        if (const auto file = reader.file(item.fileId()))
            m_copies.append({file->id, place(into, file->filename)});
        return;
    }
    if (item.folderId() == domain::rootFolder) {
        addChildren(reader, domain::rootFolder, into);
        return;
    }
    if (const auto folder = reader.folder(item.folderId())) {
        const QByteArray here = place(into, folder->name);
        m_folders.append(here);
        addChildren(reader, folder->id, here);
    }
}

void GetPlan::addChildren(const mirror::Reader &reader, domain::FolderId folder, const QByteArray &into)
{
    QList<std::pair<domain::FolderId, QByteArray>> waiting{{folder, into}};
    while (!waiting.isEmpty()) {
        const auto [next, here] = waiting.takeLast();
        // A feed read half-way may hold a circle of folders for a moment.
        if (m_seen.contains(next))
            continue;
        m_seen.insert(next);
        for (const domain::File &file : reader.childFiles(next))
            m_copies.append({file.id, place(here, file.filename)});
        for (const domain::Folder &child : reader.childFolders(next)) {
            const QByteArray below = place(here, child.name);
            m_folders.append(below);
            waiting.append({child.id, below});
        }
    }
}

QByteArray GetPlan::place(const QByteArray &into, const QString &name)
{
    QSet<QString> &taken = m_taken[into];
    const QString safe = domain::exactLocalName(name);
    const QString free =
        taken.contains(safe) ? domain::freeName(safe, [&](const QString &n) { return taken.contains(n); }) : safe;
    taken.insert(free);
    if (free != name)
        m_renamed.append(QStringLiteral("%1 is called %2 here").arg(printable(name), printable(free)));
    return into + '/' + QFile::encodeName(free);
}

QList<GetPlan::Refused> GetPlan::makeFolders()
{
    QList<Refused> refused;
    for (const QByteArray &folder : m_folders) {
        const bool isBelowRefused = std::any_of(refused.begin(), refused.end(), [&folder](const Refused &above) {
            return folder.startsWith(above.destination + '/');
        });
        if (isBelowRefused)
            continue;
        std::error_code error;
        const std::filesystem::path path(folder.toStdString());
        std::filesystem::create_directories(path, error);
        std::error_code ignored; // what cannot be looked at throws otherwise
        if (std::filesystem::is_directory(path, ignored))
            continue;
        const auto code = std::filesystem::exists(path, ignored) ? domain::ErrorCode::LocalExists : codeOf(error);
        refused.append({folder, {code, {}}});
    }
    m_copies.removeIf([&refused](const Copy &copy) {
        return std::any_of(refused.begin(), refused.end(), [&copy](const Refused &above) {
            return copy.destination.startsWith(above.destination + '/');
        });
    });
    return refused;
}

} // namespace learnlab::cli
