#pragma once

#include "browse_controller.h"
#include "file_actions.h"

namespace learnlab::ui {

/// "Go to path": the breadcrumb as a field, what is offered while one types, and where it leads. UI thread; a child of the
/// window.
class PathController final : public QObject
{
    Q_OBJECT

public:
    PathController(BrowsePage &page, BrowseController &browsing, FileActions &actions, QObject *parent);

    void setMirror(mirror::ReadPool *mirror) { m_mirror = mirror; }

private:
    void edit();
    void offer(const QString &path);
    void go(const QString &path);

    BrowsePage &m_page;
    BrowseController &m_browsing;
    mirror::ReadPool *m_mirror = nullptr;
};

} // namespace learnlab::ui
