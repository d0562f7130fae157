#pragma once

#include "browse_controller.h"
#include "file_actions.h"

#include "ui/models/backend.h"

namespace learnlab::ui {

class TrashBar;

/// Deleting for good, which is asked about first because nobody can take it back, and the strip above the trash. UI
/// thread; a child of the window, as everything that it is given.
class TrashController final : public QObject
{
    Q_OBJECT

public:
    TrashController(Backend &backend, const FileListModel &model, BrowsePage &page, BrowseController &browsing, FileActions &actions,
                    QObject *parent);

Q_SIGNALS:
    void said(const QString &text);

private:
    void leave();
    void follow();
    void deleteSelected();
    void empty();
    void ask(const QString &question, const QString &button, const QList<domain::ItemRef> &items);
    void purge(const QList<domain::ItemRef> &items);
    void say(const Backend::Purged &purged);

    Backend &m_backend;
    const FileListModel &m_model;
    BrowsePage &m_page;
    BrowseController &m_browsing;
    FileActions &m_actions;
    TrashBar *m_bar;
    bool m_shown = false; ///< the rows of the trash are there, and not those of the place before
};

} // namespace learnlab::ui
