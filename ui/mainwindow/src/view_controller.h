#pragma once

#include "support/settings.h"
#include "ui/browse/view_mode.h"

#include <QObject>

namespace learnlab::ui {

class BrowsePage;
class FileActions;

/// List or grid, and how large the tiles are: as the user chose last, in every place. UI thread; a child of the window, as
/// everything that it is given; the settings outlive it.
class ViewController final : public QObject
{
    Q_OBJECT

public:
    ViewController(BrowsePage &page, FileActions &actions, support::Settings &settings, QObject *parent);

private:
    void choose(ViewMode mode);

    BrowsePage &m_page;
    FileActions &m_actions;
    support::Settings &m_settings;
};

} // namespace learnlab::ui
