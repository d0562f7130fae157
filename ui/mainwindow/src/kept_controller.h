#pragma once

#include "ui/models/backend.h"
#include "ui/models/file_list_model.h"

namespace learnlab::ui {

class BrowsePage;
class OfflineBar;

/// What is kept on this computer, shown above its list, and the limit that the user sets. UI thread; a child of the
/// window, as everything that it is given.
class KeptController final : public QObject
{
    Q_OBJECT

public:
    KeptController(Backend &backend, BrowsePage &page, QObject *parent);

    void setMirror(mirror::ReadPool *mirror);
    void setPlace(const Place &place);

Q_SIGNALS:
    void said(const QString &text);

private:
    void read();
    void setLimit(qint64 bytes);

    Backend &m_backend;
    OfflineBar *m_bar;
    mirror::ReadPool *m_mirror = nullptr;
    bool m_shown = false;
};

/// What would be lost if everything of the account went from this computer now, as sentences for a question; empty:
/// nothing.
[[nodiscard]] QString unsentText(const QStringList &names);

} // namespace learnlab::ui
