#include "path_controller.h"

#include "domain/names.h"

namespace learnlab::ui {

namespace {

constexpr qsizetype mostOffered = 50;
/// Names looked at in one folder: folders come first, and nobody goes to one of a million files by its path.
constexpr qsizetype mostNamesSeen = 2000;

/// What lies in the folder that was typed so far, as far as its name continues the letters; folders end in "/".
QStringList continuations(const mirror::Reader &reader, const QString &typed)
{
    const qsizetype slash = typed.lastIndexOf(u'/');
    const QString parent = slash <= 0 ? QStringLiteral("/") : typed.first(slash);
    const QString beginning = typed.mid(slash + 1);
    const auto folder = reader.resolve(parent);
    if (!folder || folder->kind != domain::ItemKind::Folder)
        return {};
    const QString before = slash < 0 ? QStringLiteral("/") : typed.first(slash + 1);
    QStringList found;
    for (const mirror::ItemRow &row : reader.rows(reader.childIds(folder->folderId(), {}, mostNamesSeen))) {
        if (!row.name.startsWith(beginning, Qt::CaseInsensitive) || domain::hasBidiControls(row.name))
            continue;
        found.append(before + row.name + (row.ref.kind == domain::ItemKind::Folder ? QStringLiteral("/") : QString()));
        if (found.size() == mostOffered)
            break;
    }
    return found;
}

QString withoutEnd(QString path)
{
    path = path.trimmed();
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return path;
}

struct Destination
{
    std::optional<domain::ItemRef> item;
    domain::FolderId parent;
};

} // namespace

PathController::PathController(BrowsePage &page, BrowseController &browsing, FileActions &actions, QObject *parent)
    : QObject(parent), m_page(page), m_browsing(browsing)
{
    connect(&actions, &FileActions::triggered, this, [this](FileActions::Id id) {
        if (id == FileActions::Id::GoToPath)
            edit();
    });
    connect(&m_page, &BrowsePage::pathTyped, this, &PathController::offer);
    connect(&m_page, &BrowsePage::pathEntered, this, &PathController::go);
}

void PathController::edit()
{
    if (!m_mirror)
        return;
    m_mirror->ask<QString>(
        this, [folder = m_browsing.currentFolder()](const mirror::Reader &reader) { return reader.pathOf(domain::ItemRef::of(folder)); },
        [this](const QString &path) { m_page.editPath(path.endsWith(u'/') ? path : path + u'/'); });
}

void PathController::offer(const QString &path)
{
    if (!m_mirror)
        return;
    m_mirror->ask<QStringList>(
        this, [path](const mirror::Reader &reader) { return continuations(reader, path); },
        [this](const QStringList &paths) { m_page.offerPaths(paths); }, true);
}

void PathController::go(const QString &typed)
{
    const QString path = withoutEnd(typed);
    if (!m_mirror)
        return;
    m_mirror->ask<Destination>(
        this,
        [path](const mirror::Reader &reader) {
            Destination found{reader.resolve(path), {}};
            if (found.item && found.item->kind == domain::ItemKind::File) {
                if (const auto file = reader.file(found.item->fileId()))
                    found.parent = file->folderId;
            }
            return found;
        },
        [this, path](const Destination &found) {
            if (!found.item)
                return m_page.refusePath(tr("There is nothing called “%1” here. Check the letters, or search for it.")
                                             .arg(domain::displayName(path)));
            m_page.leavePath();
            if (found.item->kind == domain::ItemKind::Folder)
                m_browsing.visit({.folder = found.item->folderId()});
            else
                m_browsing.reveal(found.parent, *found.item);
        });
}

} // namespace learnlab::ui
