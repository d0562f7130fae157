#pragma once

#include "browse_controller.h"
#include "file_actions.h"

#include "ui/models/backend.h"

#include "support/clock.h"

class QMimeData;

namespace learnlab::ui {

/// Cut, copy and paste. Inside the window the clipboard holds what items are called here; other programs get the paths of
/// those copied files that are on this computer. What they put there goes up: files as if dropped, text and pictures as
/// files of their own. UI thread; a child of the window.
class ClipboardController final : public QObject
{
    Q_OBJECT

public:
    ClipboardController(Backend &backend, FileListModel &model, BrowseController &browsing, FileActions &actions,
                        const support::Clock &clock, QObject *parent);

Q_SIGNALS:
    void said(const QString &text);

private:
    void cut();
    void copy();
    void paste();
    void offerPaths(const QList<mirror::ItemRow> &rows, const QList<QByteArray> &ids);
    void putIntoClipboard(const QList<QByteArray> &ids, const QList<QUrl> &paths);
    void pasteItems(const QList<QByteArray> &ids, bool move);
    void pasteCopies(const QList<domain::ItemRef> &items);
    void showCut();
    void pasteNew(const QMimeData &data);

    Backend &m_backend;
    FileListModel &m_model;
    BrowseController &m_browsing;
    const support::Clock &m_clock;
    bool m_cutting = false; ///< what comes into the clipboard now is ours
    quint64 m_generation = 0; ///< of what was last cut or copied here
};

} // namespace learnlab::ui
