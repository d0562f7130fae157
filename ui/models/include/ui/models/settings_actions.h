#pragma once

#include "api/network.h"
#include "domain/error.h"
#include "support/clock.h"

#include <QObject>

#include <functional>
#include <optional>

namespace learnlab::ui {

/// What the settings ask of the engine and of this computer, beside what Backend has. UI thread; every function returns
/// at once, every reply comes on the UI thread, and not at all once `context` is gone.
class SettingsActions
{
public:
    template <class T>
    using Reply = std::function<void(domain::Result<T>)>;

    /// What is in a file of certificate authorities.
    struct Authority
    {
        int certificates = 0;
        QString name; ///< of the first, as it calls itself: hostile until displayed
        support::Timestamp goodUntil; ///< of the one that ends first
    };

    /// Where the bytes kept on this computer are, and what room there is.
    struct Place
    {
        QString folder;
        qint64 diskFree = -1; ///< -1: not known
    };

    virtual ~SettingsActions() = default;

    [[nodiscard]] virtual bool startsAtLogin() const = 0;
    virtual void setStartsAtLogin(bool wanted, QObject *context, Reply<void> reply) = 0;

    /// Transfers go on over a network that costs money. Remembered.
    [[nodiscard]] virtual bool meteredAllowed() const = 0;
    virtual void setMeteredAllowed(bool allowed) = 0;

    /// How the server is reached: at once, and for every start to come.
    [[nodiscard]] virtual api::Network network() const = 0;
    virtual void setNetwork(const api::Network &network, QObject *context, Reply<void> reply) = 0;
    /// Looks into a PEM file, whether or not it is in use. LocalUnreadable, Malformed: no authority in it.
    virtual void readAuthority(const QString &path, QObject *context, Reply<Authority> reply) = 0;

    /// Lets go of every copy that may go: not what is kept offline, nor what the server does not have.
    virtual void freeUp(QObject *context, Reply<void> reply) = 0;
    virtual void keptPlace(QObject *context, Reply<Place> reply) = 0;

    [[nodiscard]] virtual QString logFolder() const = 0;
    virtual void setDetailedLog(bool detailed) = 0;
    /// Looks whether everything is in order; the answer is a text for whoever helps, without names of files, addresses of
    /// persons or secrets.
    virtual void check(QObject *context, Reply<QString> reply) = 0;
    virtual void saveText(const QString &path, const QString &text, QObject *context, Reply<void> reply) = 0;
};

} // namespace learnlab::ui
