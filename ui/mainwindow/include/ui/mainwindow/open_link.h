#pragma once

#include "domain/entities.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace learnlab::ui {

/// "learnlab://open?path=/A/b.txt" or "learnlab://open?id=UUID", from a browser or a letter. Such a link shows something
/// and does nothing else, whoever wrote it.
struct OpenLink
{
    QString path; ///< as mirror::Reader::resolve takes it
};

[[nodiscard]] bool isLink(const QByteArray &argument);
/// Anything but exactly one of these two gives nothing. Pure.
[[nodiscard]] std::optional<OpenLink> parseOpenLink(const QByteArray &link);

} // namespace learnlab::ui
