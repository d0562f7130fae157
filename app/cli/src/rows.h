#pragma once

#include "mirror/reader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace learnlab::cli {

// How things are written, for --json and for people. docs/cli.md lists the fields.

[[nodiscard]] QJsonValue jsonTime(const std::optional<domain::Timestamp> &time);
[[nodiscard]] QJsonValue jsonError(const std::optional<domain::Error> &error);
[[nodiscard]] QString idText(domain::ItemRef item);
[[nodiscard]] QString kindText(domain::ItemKind kind);

/// A file or folder of the mirror. `path` is its own.
[[nodiscard]] QJsonObject jsonItem(const mirror::Reader &reader, const mirror::ItemRow &row, const QString &path);
/// Why a transfer that has an error does not move, in a sentence.
[[nodiscard]] QString whyText(const mirror::Reader &reader, const domain::Transfer &transfer);
[[nodiscard]] QJsonObject jsonTransfer(const mirror::Reader &reader, const domain::Transfer &transfer);
[[nodiscard]] QJsonObject jsonOperation(const mirror::Reader &reader, const mirror::PendingOperation &pending);
[[nodiscard]] QJsonObject jsonGroup(const mirror::Reader &reader, const mirror::TransferGroupRow &row);
[[nodiscard]] QJsonObject jsonAction(const mirror::Reader &reader, const mirror::Action &action);
[[nodiscard]] QJsonObject jsonSession(const domain::Session &session);

/// "   1.2 MB  2026-11-23 14:05  synced   name/"; `name` is what is to be shown of it.
[[nodiscard]] QString itemLine(const mirror::ItemRow &row, const QString &name);
[[nodiscard]] QString operationLine(const mirror::Reader &reader, const mirror::PendingOperation &pending);
[[nodiscard]] QString actionLine(const mirror::Reader &reader, const mirror::Action &action);
[[nodiscard]] QString sizeText(qint64 bytes);
[[nodiscard]] QString timeText(domain::Timestamp time);
[[nodiscard]] QString joined(const QString &folder, const QString &name);

} // namespace learnlab::cli
