#pragma once

#include "domain/operation.h"
#include "domain/transfer.h"
#include "api/links.h"
#include "api/network.h"

#include <QList>
#include <QUrl>

#include <functional>
#include <memory>

namespace learnlab::api {

using domain::Error;
using domain::Result;

class ReceiptApi;
class TrashApi;

template <class T>
using Reply = std::function<void(Result<T>)>;

/// A request under way. Destroying the handle cancels it: its reply is then never called. Engine thread.
class Call
{
public:
    virtual ~Call() = default;
};
using CallHandle = std::unique_ptr<Call>;

struct Limits
{
    qint64 partSize = 8 * 1024 * 1024;
    qint64 multipartThreshold = 16 * 1024 * 1024;
    qint64 maxFileSize = 0; ///< 0: not told
    int maxBatch = 500;
    int maxPartUrls = 64;
    int trashRetentionDays = 30;
};

struct Capabilities
{
    QString serverName;
    QString serverVersion;
    QString serverId;
    bool registrationOpen = false;
    bool registrationByInvitation = false; ///< a code is needed
    Limits limits;
    QStringList objectHosts;
};

/// Tokens as the server gave them. Never logged, never stored but in the keychain (the refresh token).
struct Tokens
{
    QByteArray access;
    QByteArray refresh;
    std::chrono::seconds accessLifetime{0};
    domain::SessionId sessionId;
    domain::User user;
};

struct Credentials
{
    QString email;
    QString password;
    QString deviceInfo;
};

struct Registration
{
    QString email;
    QString username;
    QString password;
    QString fullName;
    QString invitationCode; ///< where the server asks for one
};

/// What a user changes of themself; nothing: unchanged.
struct ProfileChange
{
    std::optional<QString> fullName;
    std::optional<QString> username;
};

struct PasswordChange
{
    QString current;
    QString wanted;
};

struct Removed
{
    domain::ItemRef item;
    qint64 revision = 0;
};

struct Changes
{
    QByteArray cursor;
    bool more = false;
    QList<domain::Folder> folders;
    QList<domain::File> files;
    QList<Removed> removed;
    QList<domain::Link> links;
    std::optional<domain::User> profile;
    std::optional<domain::Usage> usage;
};

struct UploadRequest
{
    domain::UploadId uploadId;
    domain::FileId fileId;
    domain::FolderId folderId;
    QString filename;
    qint64 fileSize = 0;
    QString mimeType;
    std::optional<domain::Timestamp> contentModifiedAt;
    domain::OnConflict onConflict = domain::OnConflict::Fail;
    QByteArray sha256; ///< 32 bytes; may be empty for a multipart upload
    std::optional<qint64> ifRevision = {}; ///< with Replace: refused when the file is at another
    qint64 partSize = 0; ///< wished for; the answer says what it is. 0: as the server likes
};

/// A presigned URL with what must be sent along. A secret: never stored, never logged.
struct SignedRequest
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::seconds lifetime{0};
};

enum class UploadStatus { Single, Multipart, Present, Done, Relocated, Pending, Failed };

/// The server's answer to one item of a batch of uploads, at creation and at completion.
struct UploadAnswer
{
    domain::UploadId uploadId;
    UploadStatus status = UploadStatus::Failed;
    SignedRequest put;                ///< Single
    qint64 partSize = 0;              ///< Multipart
    std::optional<domain::File> file; ///< Done and Relocated: the row; Failed by NameTaken: what is there already
    std::optional<Error> error;       ///< Failed; Pending: retryAfter
};

struct UploadState
{
    enum class Phase { Open, Completing, Done, Abandoned };
    Phase phase = Phase::Open;
    qint64 partSize = 0;
    QList<domain::Part> parts; ///< what the store has
    bool received = false;     ///< a single upload's object is there
    std::optional<domain::File> file;
};

struct PartRequest
{
    int number = 0;
    qint64 size = 0;
    QByteArray sha256;
};

struct PartUrl
{
    int number = 0;
    SignedRequest put;
};

struct Completion
{
    domain::UploadId uploadId;
    QByteArray sha256;
    QString etag;              ///< single
    QList<domain::Part> parts; ///< multipart
};

struct DownloadUrl
{
    domain::FileId fileId;
    QUrl url; ///< a secret
    qint64 fileSize = 0;
    QByteArray sha256;
    QString etag;
    std::chrono::seconds lifetime{0};
    std::optional<Error> error;
};

/// Where the access token comes from; implemented in `session`. Engine thread.
class TokenSource
{
public:
    virtual ~TokenSource() = default;
    /// The token to use now; waits for a renewal under way, or starts one when `refused` is the token that the server
    /// just refused. NotSignedIn, SessionEnded, or why the renewal did not work.
    virtual void accessToken(const QByteArray &refused, std::function<void(Result<QByteArray>)> reply) = 0;
    /// How long the token that accessToken() gives now is still given out; none: not known, or there is none.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> tokenLasts() const { return std::nullopt; }
};

/// What an event channel tells. Never called from inside events(); any of them may destroy the channel.
struct EventHandlers
{
    std::function<void()> opened;              ///< once: from here on every move of the feed is told
    std::function<void()> changed;             ///< the feed moved; says nothing about how
    std::function<void(const Error &)> closed; ///< at most once, the last: it never opened, or nobody answers any more
};

/// The server in our words, one function an operation. No cache, no policy, no retries but the one after a token was
/// renewed. Every call ends: by an answer, an error or its time limit. Engine thread.
class Api
{
public:
    virtual ~Api() = default;

    // without a token
    [[nodiscard]] virtual CallHandle capabilities(Reply<Capabilities> reply) = 0;
    [[nodiscard]] virtual CallHandle registerUser(const Registration &registration, Reply<domain::User> reply) = 0;
    [[nodiscard]] virtual CallHandle login(const Credentials &credentials, Reply<Tokens> reply) = 0;
    [[nodiscard]] virtual CallHandle refresh(const QByteArray &refreshToken, Reply<Tokens> reply) = 0;

    // with one
    [[nodiscard]] virtual CallHandle logout(const QByteArray &refreshToken, Reply<void> reply) = 0;
    [[nodiscard]] virtual CallHandle me(Reply<domain::User> reply) = 0;
    [[nodiscard]] virtual CallHandle changeProfile(const ProfileChange &change, Reply<domain::User> reply) = 0;
    /// Ends all other sessions of the user. BadCredentials: the current one is not right.
    [[nodiscard]] virtual CallHandle changePassword(const PasswordChange &change, Reply<void> reply) = 0;
    [[nodiscard]] virtual CallHandle sessions(Reply<QList<domain::Session>> reply) = 0;
    [[nodiscard]] virtual CallHandle endSession(domain::SessionId id, Reply<void> reply) = 0;
    [[nodiscard]] virtual CallHandle usage(Reply<domain::Usage> reply) = 0;
    /// `wait` up to 50 s: the answer comes when something changed or the time is over.
    [[nodiscard]] virtual CallHandle changes(const QByteArray &after, int limit, std::chrono::seconds wait,
                                             Reply<Changes> reply) = 0;
    /// A channel that stays open until it is destroyed or closed by the other side; it renews its token by itself and
    /// notices within 75 s that nobody is there. Null where the server's dialect has none.
    [[nodiscard]] virtual CallHandle events(EventHandlers handlers)
    {
        Q_UNUSED(handlers)
        return nullptr;
    }
    /// The calls about public links; null where the server's dialect has none. Lives as long as this.
    [[nodiscard]] virtual LinkApi *linkCalls() { return nullptr; }
    /// The calls about proofs of upload (api/receipts.h); null where the server's dialect has none. Lives as long as this.
    [[nodiscard]] virtual ReceiptApi *receiptCalls() { return nullptr; }
    /// Deleting for good (api/trash.h); null where the server's dialect has none. Lives as long as this.
    [[nodiscard]] virtual TrashApi *trashCalls() { return nullptr; }
    [[nodiscard]] virtual CallHandle operations(const QList<domain::Operation> &operations,
                                                Reply<QList<domain::OperationResult>> reply) = 0;
    [[nodiscard]] virtual CallHandle createUploads(const QList<UploadRequest> &uploads,
                                                   Reply<QList<UploadAnswer>> reply) = 0;
    [[nodiscard]] virtual CallHandle uploadState(domain::UploadId id, Reply<UploadState> reply) = 0;
    [[nodiscard]] virtual CallHandle partUrls(domain::UploadId id, const QList<PartRequest> &parts,
                                              Reply<QList<PartUrl>> reply) = 0;
    [[nodiscard]] virtual CallHandle abandonUpload(domain::UploadId id, Reply<void> reply) = 0;
    [[nodiscard]] virtual CallHandle completeUploads(const QList<Completion> &uploads,
                                                     Reply<QList<UploadAnswer>> reply) = 0;
    [[nodiscard]] virtual CallHandle downloads(const QList<domain::FileId> &files, Reply<QList<DownloadUrl>> reply) = 0;
};

/// Api 2 over QNetworkAccessManager. Made, used and destroyed on the engine's thread, which must run a Qt event loop;
/// it outlives the handles of its calls. Redirects are refused; no cookie, cache or stored credential is used.
struct HttpOptions
{
    QByteArray caFile = {};                      ///< PEM; empty: the system's certificates
    Network network = {};
    std::chrono::milliseconds timeLimit{30'000}; ///< without any byte moving
};
class HttpApi : public Api
{
public:
    /// Who gives tokens; must be set before the calls that need one, and outlive them.
    virtual void setTokenSource(TokenSource *source) = 0;
    /// From the next call on; event channels stay until they are closed.
    virtual void setNetwork(const Network &network) { Q_UNUSED(network) }
};
[[nodiscard]] std::unique_ptr<HttpApi> makeHttpApi(const QUrl &server, const HttpOptions &options = {});

/// Refuses (InsecureAddress, Malformed) what is no server address: plain http is for loopback alone; user info, query
/// and fragment are not allowed; "learnlab.example.edu" means https.
[[nodiscard]] Result<QUrl> serverAddress(const QString &text);

} // namespace learnlab::api
