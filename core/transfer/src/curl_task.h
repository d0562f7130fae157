#pragma once

#include "local_io.h"
#include "sha256.h"
#include "transfer/wire.h"
#include "wire_errors.h"
#include "wire_network.h"

#include <atomic>
#include <memory>

#include <curl/curl.h>

namespace learnlab::transfer {

struct FreeEasy
{
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

/// One request on the wire thread: its file, its headers and what libcurl calls back. Made on the engine's thread; from
/// then on only `cancelled` is touched there.
class CurlTask
{
public:
    struct Request
    {
        Direction direction = Direction::Put;
        api::SignedRequest signedRequest;
        QByteArray etag; ///< Get: continue only this version
        QByteArray localPath;
        qint64 offset = 0;
        qint64 size = 0;   ///< Put: of the body; Get: of the piece, -1: to the end
        qint64 total = -1; ///< Get: the file's size, where it is known
    };
    struct Outcome
    {
        std::optional<domain::Error> error;
        QString etag;
        qint64 bytes = 0;
        bool fromStart = false;
        QByteArray sha256 = {}; ///< Get: of the whole, where it came in this request
    };

    explicit CurlTask(Request request) : m_request(std::move(request)) {}

    std::atomic<bool> cancelled = false;
    bool over = false;                            ///< its end has been told; the engine's thread alone looks
    std::function<void(Wire::Progress)> progress; ///< called on the engine's thread
    std::function<void(const Outcome &)> done;    ///< called on the engine's thread

    /// Opens the file and sets the handle up. Wire thread.
    [[nodiscard]] domain::Result<void> prepare(CURL *easy, const WireNetwork &network);
    [[nodiscard]] Outcome outcome(CURL *easy, CURLcode code);
    [[nodiscard]] Direction direction() const { return m_request.direction; }
    /// Bytes a second from now on, 0: no limit. Wire thread.
    void limit(CURL *easy, qint64 rate);
    /// Bytes moved since the last call, if worth telling.
    [[nodiscard]] std::optional<qint64> moved();

private:
    [[nodiscard]] domain::Result<void> openFile();
    void setCommon(CURL *easy, const WireNetwork &network);
    void addHeader(const QByteArray &line);
    void setPut(CURL *easy);
    void setGet(CURL *easy);
    size_t send(char *buffer, size_t most);
    size_t receive(const char *buffer, size_t size);
    [[nodiscard]] bool beginBody(long status);
    [[nodiscard]] bool beginPiece();
    [[nodiscard]] bool refuse(domain::ErrorCode code, const char *why);
    [[nodiscard]] bool isPage() const { return m_contentType.startsWith("text/html"); }
    void header(QByteArray line);

    static size_t onRead(char *buffer, size_t size, size_t count, void *task);
    static size_t onWrite(char *buffer, size_t size, size_t count, void *task);
    static size_t onHeader(char *buffer, size_t size, size_t count, void *task);
    static int onSeek(void *task, curl_off_t offset, int origin);
    static int onProgress(void *task, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    Request m_request;
    FileDescriptor m_file;
    CURL *m_easy = nullptr;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    qint64 m_moved = 0;
    qint64 m_told = 0;
    bool m_bodyBegun = false;
    bool m_fromStart = false;
    std::optional<Sha256> m_digest; ///< of what is received, from its beginning on
    std::optional<domain::Error> m_localError;
    QByteArray m_refusal;
    QByteArray m_etag;
    QByteArray m_retryAfter;
    QByteArray m_contentRange;
    QByteArray m_contentType;
    qint64 m_contentLength = -1;
    qint64 m_rate = 0;
};

} // namespace learnlab::transfer
