#pragma once

#include "ui/models/backend.h"

#include <QPersistentModelIndex>

namespace learnlab::ui {

class BrowsePage;
class DetailsPane;
class FileActions;
class FileListModel;
class Preview;
class Previews;

/// Pictures of files: in tiles, in the details, and the quick preview. Finds out where the bytes of a file are and fetches
/// small ones. UI thread; a child of the window, as everything that it is given.
class PreviewController final : public QObject
{
    Q_OBJECT

public:
    PreviewController(Backend &backend, FileListModel &model, BrowsePage &page, DetailsPane &details, FileActions &actions,
                      const support::Clock &clock, QWidget *window);

private:
    struct Where
    {
        QString path; ///< empty: not here
    };

    void show(const QModelIndex &index);
    void step(int by);
    void find(const mirror::ItemRow &row);
    void bring(const mirror::ItemRow &row);
    void fetch();
    [[nodiscard]] bool isShown(const domain::ItemRef &ref) const;

    Backend &m_backend;
    FileListModel &m_model;
    BrowsePage &m_page;
    FileActions &m_actions;
    const support::Clock &m_clock;
    Previews *m_previews; ///< child
    Preview *m_preview;   ///< a child of the window
    QPersistentModelIndex m_index;
    domain::ItemRef m_shown;
    bool m_waits = false; ///< for the row to be read
};

} // namespace learnlab::ui
