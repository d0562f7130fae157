#pragma once

#include "api/api.h"

#include <QJsonValue>

namespace learnlab::api {

// From JSON to our words. The server is not trusted: whatever does not fit is BadAnswer as a whole; nothing here
// crashes, allocates without bound or lets a value through that later code would have to doubt.

/// No answer of ours holds more items than this.
inline constexpr qsizetype maxItems = 10'000;

[[nodiscard]] Result<QJsonValue> parseJson(const QByteArray &body);

[[nodiscard]] Result<domain::User> parseUser(const QJsonValue &value);
[[nodiscard]] Result<domain::Folder> parseFolder(const QJsonValue &value);
[[nodiscard]] Result<domain::File> parseFile(const QJsonValue &value);
[[nodiscard]] Result<domain::Usage> parseUsage(const QJsonValue &value);

[[nodiscard]] Result<Capabilities> parseCapabilities(const QJsonValue &value);
[[nodiscard]] Result<Tokens> parseTokens(const QJsonValue &value);
[[nodiscard]] Result<QList<domain::Session>> parseSessions(const QJsonValue &value);
[[nodiscard]] Result<Changes> parseChanges(const QJsonValue &value);
[[nodiscard]] Result<QList<domain::OperationResult>> parseOperationResults(const QJsonValue &value);
[[nodiscard]] Result<QList<UploadAnswer>> parseUploadAnswers(const QJsonValue &value);
[[nodiscard]] Result<UploadState> parseUploadState(const QJsonValue &value);
[[nodiscard]] Result<QList<PartUrl>> parsePartUrls(const QJsonValue &value);
[[nodiscard]] Result<QList<DownloadUrl>> parseDownloads(const QJsonValue &value);

/// A URL that bytes may go to: https, or http on loopback; no user info, no fragment.
[[nodiscard]] Result<QUrl> parseStoreUrl(const QString &text);
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace learnlab::api
