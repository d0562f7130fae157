#pragma once

#include "engine/engine.h"
#include "engine/self_check.h"

#include "support/worker.h"

namespace learnlab::engine {

/// One self-check under way: what is in memory at once, then the keychain, the server, and what takes reading the disk.
/// Destroying it ends it without an answer. Engine thread; goes before the account that it looks at.
class SelfCheck
{
public:
    struct With
    {
        Services *services; ///< null: no account is open
        QString profile;    ///< its folder
        bool offline;       ///< asks nobody
        bool shared;
        secrets::Keychain &keychain;
        support::Worker &background;
        support::Scheduler &scheduler;
        support::Clock &clock;
    };

    SelfCheck(const With &with, std::function<void(const QString &)> done);
    SelfCheck(const SelfCheck &) = delete;
    SelfCheck &operator=(const SelfCheck &) = delete;

private:
    void lookIntoMirror();
    void askKeychain();
    void askServer();
    void readDisk();

    With m_with;
    std::function<void(const QString &)> m_done;
    Findings m_found;
    support::Timestamp m_asked;
    api::CallHandle m_call;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace learnlab::engine
