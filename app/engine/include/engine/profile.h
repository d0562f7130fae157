#pragma once

#include "domain/entities.h"
#include "domain/error.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace learnlab::engine {

/// An account on this computer: a folder of its own with the mirror and the bytes kept offline.
struct AccountPlace
{
    QString key;        ///< "HOST-USERID": the folder's name, the beginning of the keychain entry's
    QString folder;     ///< PROFILE/accounts/KEY
    QString mirrorPath; ///< for mirror::ReadPool and mirror::openReader
    QUrl server;
};

/// The folder's name for an account. Made of [a-z0-9._-] only, whatever the server calls itself.
[[nodiscard]] QString accountKey(const QUrl &server, domain::UserId user);

/// Who owns a profile, in words and by the socket that it listens at.
struct Owner
{
    QString name;       ///< "PROGRAM (process PID)"
    QString socketPath; ///< may be a dead owner's, or empty
};

/// A profile's folder: what is in it and which account was used last. Reading needs no lock. Any thread, a value.
class ProfileFolder
{
public:
    explicit ProfileFolder(const QString &path);

    /// LEARNLAB_PROFILE, else ${XDG_DATA_HOME}/learnlab.
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString settingsPath() const;
    [[nodiscard]] AccountPlace place(const QUrl &server, domain::UserId user) const;
    /// The account used last, if its mirror is still there.
    [[nodiscard]] std::optional<AccountPlace> lastAccount() const;
    /// Where an owner listens to other processes: in ${XDG_RUNTIME_DIR} if that is the user's own, else in the profile.
    [[nodiscard]] QString socketPath() const;
    /// Who owned the profile last, as the lock says.
    [[nodiscard]] Owner owner() const;

private:
    QString m_path;
};

/// The right to change a profile, held by one process at a time: flock on PROFILE/lock, which the system takes back at
/// once when the process dies in any way. Moves, is not copied; dropping it frees the profile.
class Profile
{
public:
    /// Makes the folder (mode 0700) when absent. ProfileInUse with detail "PROGRAM (process PID)"; LocalIo.
    [[nodiscard]] static domain::Result<Profile> own(const QString &path, const QString &program);

    Profile(Profile &&other) noexcept;
    Profile &operator=(Profile &&other) noexcept;
    ~Profile();

    [[nodiscard]] const ProfileFolder &folder() const { return m_folder; }
    [[nodiscard]] QString socketPath() const { return m_folder.socketPath(); }
    [[nodiscard]] domain::Result<void> makeAccount(const AccountPlace &place) const; ///< its folder, mode 0700
    [[nodiscard]] domain::Result<void> removeAccount(const AccountPlace &place) const;
    [[nodiscard]] domain::Result<void> rememberAccount(const AccountPlace &place) const;
    void forgetAccount(const AccountPlace &place) const;

private:
    Profile(ProfileFolder folder, int lock) : m_folder(std::move(folder)), m_lock(lock) {}

    ProfileFolder m_folder;
    int m_lock = -1;
};

} // namespace learnlab::engine
