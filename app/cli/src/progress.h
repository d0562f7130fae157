#pragma once

#include "engine/client.h"

#include <QObject>

namespace learnlab::cli {

/// A line on stderr that says how transfers go, when stderr is a terminal; otherwise nothing. Clears itself.
class Progress : public QObject
{
    Q_OBJECT

public:
    explicit Progress(const engine::Client &client);
    ~Progress() override;

private:
    void show(const transfer::Summary &summary);

    bool m_isShown = false;
};

} // namespace learnlab::cli
