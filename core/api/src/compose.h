#pragma once

#include "api/api.h"

#include <QJsonObject>

namespace learnlab::api {

// From our words to the bodies of requests.

[[nodiscard]] QJsonObject composeRegistration(const Registration &registration);
[[nodiscard]] QJsonObject composeLogin(const Credentials &credentials);
[[nodiscard]] QJsonObject composeProfile(const ProfileChange &change);
[[nodiscard]] QJsonObject composePassword(const PasswordChange &change);
[[nodiscard]] QJsonObject composeOperations(const QList<domain::Operation> &operations);
[[nodiscard]] QJsonObject composeUploads(const QList<UploadRequest> &uploads);
[[nodiscard]] QJsonObject composeParts(const QList<PartRequest> &parts);
[[nodiscard]] QJsonObject composeCompletions(const QList<Completion> &uploads);
[[nodiscard]] QJsonObject composeDownloads(const QList<domain::FileId> &files);

} // namespace learnlab::api
