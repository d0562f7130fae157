#include "kept_controller.h"

#include "ui/browse/browse_page.h"
#include "ui/browse/offline_bar.h"
#include "ui/models/error_text.h"

#include "domain/names.h"

#include <QBoxLayout>

namespace learnlab::ui {

KeptController::KeptController(Backend &backend, BrowsePage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_bar(new OfflineBar(&page))
{
    m_bar->hide();
    // Above the list, below what the session has to say.
    if (auto *column = qobject_cast<QBoxLayout *>(page.layout()))
        column->insertWidget(column->indexOf(page.banner()) + 1, m_bar);
    connect(m_bar, &OfflineBar::limitChanged, this, &KeptController::setLimit);
    connect(&m_backend, &Backend::mirrorChanged, this, [this](const mirror::Change &change) {
        if (change.everything || change.transfers || !change.items.isEmpty())
            read();
    });
}

void KeptController::setMirror(mirror::ReadPool *mirror)
{
    m_mirror = mirror;
    read();
}

void KeptController::setPlace(const Place &place)
{
    m_shown = place.view == Place::View::Offline;
    m_bar->setVisible(m_shown);
    read();
}

void KeptController::read()
{
    if (!m_mirror || !m_shown)
        return;
    m_mirror->ask<mirror::KeptSummary>(
        this, [](const mirror::Reader &reader) { return reader.keptSummary(); },
        [this](const mirror::KeptSummary &kept) { m_bar->showKept(kept, m_backend.keptLimit()); }, true);
}

void KeptController::setLimit(qint64 bytes)
{
    m_backend.setKeptLimit(bytes, this, [this](const domain::Result<void> &result) {
        if (!result)
            Q_EMIT said(errorText(result.error()).sentence());
        read();
    });
}

QString unsentText(const QStringList &names)
{
    constexpr qsizetype most = 3;
    if (names.isEmpty())
        return {};
    QStringList shown;
    for (const QString &name : names.first(std::min(most, names.size())))
        shown.append(domain::displayName(name));
    const QString list = shown.join(QStringLiteral(", "));
    if (names.size() <= most)
        return KeptController::tr("Edited here and not on the server yet: %1.", "@info names of files").arg(list);
    return KeptController::tr("Edited here and not on the server yet: %1 and %n more.", "@info names of files",
                              static_cast<int>(names.size() - most))
        .arg(list);
}

} // namespace learnlab::ui
