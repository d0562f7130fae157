#pragma once

#include "api/api.h"
#include "mirror/rows.h"
#include "session/session.h"
#include "sync/sync.h"

#include <QMap>

namespace learnlab::engine {

/// What a self-check found. Values only; errors count by their code, because their details may name files.
struct Findings
{
    QString program; ///< "LearnLab 1.0.0"
    QString system;
    domain::Timestamp when;
    bool signedIn = false;
    bool shared = false;
    QString server; ///< its host
    session::Status session;
    sync::Status sync;
    std::optional<domain::Result<api::Capabilities>> answer; ///< none: nobody was asked
    std::chrono::milliseconds answeredIn{0};
    api::Network network;
    domain::Result<void> keychain;
    std::optional<bool> mirrorSound; ///< none: not looked through to its end
    qint64 mirrorBytes = -1;
    mirror::TransferTotals queue;
    int waitingChanges = 0;
    int refusedChanges = 0;
    qint64 keptBytes = 0;
    qint64 diskFree = -1;
    QMap<QString, int> errors;      ///< of transfers and changes, by code
    QMap<QString, int> logMessages; ///< "warning learnlab.sync", how often
};

/// The report, in English, for whoever helps: no name of a file, no address of a person, no secret, whatever the parts
/// say. A pure function.
[[nodiscard]] QString reportOf(const Findings &findings);

/// Takes out of a text what must not be told: secrets, e-mail addresses, and the person's name in the paths of folders.
[[nodiscard]] QString withoutPersons(const QString &text);

} // namespace learnlab::engine
