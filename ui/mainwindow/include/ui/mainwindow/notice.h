#pragma once

#include "domain/transfer.h"

#include <QMetaType>
#include <QString>

namespace learnlab::ui {

/// Something that happened while nobody looked, and what can be done about it with one click.
struct Notice
{
    enum class Kind { Uploaded, Problem, Conflict };
    Kind kind = Kind::Uploaded;
    QString title; ///< plain text; names in it are safe to show
    QString text;  ///< plain text
    domain::TransferId transfer; ///< Problem, Conflict
    domain::FolderId folder;     ///< Uploaded
    domain::FileId file;         ///< Uploaded; null when there were several
};

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::Notice)
