#include "curl_task.h"

#include <QHostAddress>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qsizetype longestRefusal = 4096;
constexpr long silentSeconds = 30; // without a byte: nobody is there any more
constexpr long connectSeconds = 15;

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Result<void> acceptable(const QUrl &url)
{
    const bool plain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != QLatin1String("https")))
        return domain::fail(ErrorCode::BadAnswer, QStringLiteral("not a URL to send to"));
    if (plain && !isLoopback(url.host()))
        return domain::fail(ErrorCode::InsecureAddress);
    return {};
}

} // namespace

Result<void> CurlTask::openFile()
{
    if (m_request.direction == Direction::Put) {
        auto file = openSource(m_request.localPath);
        if (!file)
            return tl::make_unexpected(file.error());
        m_file = *std::move(file);
        return {};
    }
    // A link placed here by somebody else must not be written through.
    m_file = FileDescriptor(
        ::open(m_request.localPath.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (!m_file)
        return tl::make_unexpected(localError(errno, "open temporary"));
    return {};
}

Result<void> CurlTask::prepare(CURL *easy, const WireNetwork &network)
{
    if (auto good = acceptable(m_request.signedRequest.url); !good)
        return good;
    if (auto opened = openFile(); !opened)
        return opened;
    m_easy = easy;
    setCommon(easy, network);
    if (m_request.direction == Direction::Put)
        setPut(easy);
    else
        setGet(easy);
    for (const auto &[name, value] : m_request.signedRequest.headers)
        addHeader(value.isEmpty() ? name + ';' : name + ": " + value);
    addHeader("Expect:"); // no extra round trip before each body
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    return {};
}

void CurlTask::addHeader(const QByteArray &line)
{
    if (line.contains('\r') || line.contains('\n'))
        return;
    if (curl_slist *longer = curl_slist_append(m_headers.get(), line.constData())) {
        static_cast<void>(m_headers.release());
        m_headers.reset(longer);
    }
}

void CurlTask::setCommon(CURL *easy, const WireNetwork &network)
{
    curl_easy_setopt(easy, CURLOPT_URL, m_request.signedRequest.url.toEncoded(QUrl::FullyEncoded).constData());
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, silentSeconds);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "LearnLab");
    useNetwork(easy, network);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &CurlTask::onWrite);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &CurlTask::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &CurlTask::onProgress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
}

void CurlTask::setPut(CURL *easy)
{
    constexpr qint64 least = 16 * 1024;
    constexpr qint64 most = 1024 * 1024;
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, static_cast<long>(std::clamp(m_request.size, least, most)));
    curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_request.size));
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &CurlTask::onRead);
    curl_easy_setopt(easy, CURLOPT_READDATA, this);
    curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, &CurlTask::onSeek);
    curl_easy_setopt(easy, CURLOPT_SEEKDATA, this);
}

void CurlTask::setGet(CURL *easy)
{
    constexpr qint64 least = 16 * 1024;
    constexpr qint64 most = 512 * 1024;
    const bool piece = m_request.size >= 0;
    const qint64 coming = piece ? m_request.size : m_request.total - m_request.offset;
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE,
                     static_cast<long>(m_request.total < 0 ? most : std::clamp(coming, least, most)));
    if (m_request.offset <= 0 && !piece)
        return;
    const QByteArray end = piece ? QByteArray::number(m_request.offset + m_request.size - 1) : QByteArray();
    curl_easy_setopt(easy, CURLOPT_RANGE, (QByteArray::number(m_request.offset) + '-' + end).constData());
    if (!m_request.etag.isEmpty())
        addHeader("If-Range: " + m_request.etag);
}

void CurlTask::limit(CURL *easy, qint64 rate)
{
    m_rate = rate;
    const bool put = m_request.direction == Direction::Put;
    curl_easy_setopt(easy, put ? CURLOPT_MAX_SEND_SPEED_LARGE : CURLOPT_MAX_RECV_SPEED_LARGE,
                     static_cast<curl_off_t>(rate));
    // At a low rate libcurl pauses for long between its buffers: that is not silence of the other side.
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, rate > 0 ? 10 * silentSeconds : silentSeconds);
}

size_t CurlTask::send(char *buffer, size_t most)
{
    if (cancelled)
        return CURL_READFUNC_ABORT;
    // Under a limit a quarter of a second's worth at a time: smooth, and quick to follow a change.
    const qint64 step =
        m_rate > 0 ? std::clamp<qint64>(m_rate / 4, 1024, static_cast<qint64>(most)) : static_cast<qint64>(most);
    const auto wanted = static_cast<size_t>(std::min(step, m_request.size - m_moved));
    if (wanted == 0)
        return 0;
    ssize_t got = 0;
    do {
        got = ::pread(m_file.get(), buffer, wanted, m_request.offset + m_moved);
    } while (got < 0 && errno == EINTR);
    if (got > 0) {
        m_moved += got;
        return static_cast<size_t>(got);
    }
    m_localError = got < 0 ? localError(errno, "read")
                           : domain::Error{ErrorCode::LocalChanged, QStringLiteral("the file became shorter")};
    return CURL_READFUNC_ABORT;
}

bool CurlTask::refuse(ErrorCode code, const char *why)
{
    m_localError = domain::Error{code, QLatin1String(why)};
    return false;
}

/// A piece goes into the middle of a file: only exactly these bytes may.
bool CurlTask::beginPiece()
{
    const QByteArray wanted = "bytes " + QByteArray::number(m_request.offset) + '-' +
                              QByteArray::number(m_request.offset + m_request.size - 1) + '/';
    if (!m_contentRange.startsWith(wanted))
        return refuse(ErrorCode::BadAnswer, "another range than the one asked for");
    const QByteArray total = m_contentRange.mid(wanted.size());
    if (m_request.total >= 0 && total != "*" && total != QByteArray::number(m_request.total))
        return refuse(ErrorCode::DigestMismatch, "a file of another size");
    return true;
}

bool CurlTask::beginBody(long status)
{
    m_bodyBegun = true;
    const bool piece = m_request.size >= 0;
    if (!piece && (m_request.offset == 0 || status != 206))
        m_digest.emplace();
    const bool whole = m_request.offset == 0 && m_request.size == m_request.total;
    if (status == 206 && piece)
        return beginPiece();
    if (status == 206) {
        // "bytes 100-199/200": anything but what was asked for would make a mixture.
        if (m_contentRange.startsWith("bytes " + QByteArray::number(m_request.offset) + '-'))
            return true;
        return refuse(ErrorCode::BadAnswer, "another range than the one asked for");
    }
    if (m_request.total >= 0 && m_contentLength >= 0 && m_contentLength != m_request.total)
        return refuse(isPage() ? ErrorCode::CaptivePortal : ErrorCode::DigestMismatch, "an answer of another size");
    if (piece && !whole)
        return refuse(isPage() ? ErrorCode::CaptivePortal : ErrorCode::DigestMismatch,
                      "the whole where a piece was asked for");
    m_fromStart = m_request.offset > 0;
    m_request.offset = 0;
    if (piece || ::ftruncate(m_file.get(), 0) == 0)
        return true;
    m_localError = localError(errno, "truncate");
    return false;
}

size_t CurlTask::receive(const char *buffer, size_t size)
{
    if (cancelled)
        return 0;
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    if (m_request.direction == Direction::Put || status < 200 || status >= 300) {
        m_refusal.append(buffer, std::min<qsizetype>(static_cast<qsizetype>(size), longestRefusal - m_refusal.size()));
        return size;
    }
    if (!m_bodyBegun && !beginBody(status))
        return 0;
    const qint64 most = m_request.size >= 0 ? m_request.size : m_request.total - m_request.offset;
    if ((m_request.size >= 0 || m_request.total >= 0) && m_moved + static_cast<qint64>(size) > most) {
        static_cast<void>(refuse(ErrorCode::DigestMismatch, "more than was announced"));
        return 0;
    }
    for (size_t written = 0; written < size;) {
        const ssize_t step = ::pwrite(m_file.get(), buffer + written, size - written, m_request.offset + m_moved);
        if (step < 0 && errno != EINTR) {
            m_localError = localError(errno, "write");
            return 0;
        }
        written += static_cast<size_t>(std::max<ssize_t>(step, 0));
        m_moved += std::max<ssize_t>(step, 0);
    }
    if (m_digest)
        m_digest->add(buffer, size);
    return size;
}

void CurlTask::header(QByteArray line)
{
    line = line.trimmed();
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        if (line.startsWith("HTTP/")) { // an answer begins; one before it was interim
            m_etag.clear();
            m_retryAfter.clear();
            m_contentRange.clear();
            m_contentType.clear();
            m_contentLength = -1;
        }
        return;
    }
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (name == "etag")
        m_etag = value;
    else if (name == "retry-after")
        m_retryAfter = value;
    else if (name == "content-range")
        m_contentRange = value;
    else if (name == "content-type")
        m_contentType = value.toLower();
    else if (name == "content-length")
        m_contentLength = value.toLongLong();
}

std::optional<qint64> CurlTask::moved()
{
    constexpr qint64 worthTelling = 64 * 1024;
    if (m_moved - m_told < worthTelling)
        return std::nullopt;
    m_told = m_moved;
    return m_moved;
}

CurlTask::Outcome CurlTask::outcome(CURL *easy, CURLcode code)
{
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    Outcome outcome{.error = {}, .etag = QString::fromLatin1(m_etag), .bytes = m_moved, .fromStart = m_fromStart};
    if (m_localError) {
        outcome.error = m_localError;
    } else if (status >= 300) {
        // Also when sending broke off: a store may refuse before it has read everything.
        outcome.error = storeError(m_request.direction, status, m_refusal, m_retryAfter);
    } else if (code != CURLE_OK) {
        outcome.error = curlError(code);
    } else if (m_request.direction == Direction::Put && m_moved != m_request.size) {
        outcome.error = domain::Error{ErrorCode::BadAnswer, QStringLiteral("accepted before everything was sent")};
    } else if (m_request.direction == Direction::Put && isPage() && m_etag.isEmpty()) {
        outcome.error = domain::Error{ErrorCode::CaptivePortal, QStringLiteral("a page in the place of the store")};
    } else if (m_request.direction == Direction::Get && !m_bodyBegun && !beginBody(status)) { // an empty body
        outcome.error = m_localError;
    } else if (m_request.direction == Direction::Get && m_request.size >= 0 && m_moved != m_request.size) {
        outcome.error = domain::Error{ErrorCode::Offline, QStringLiteral("the connection ended early")};
    } else if (m_digest) {
        outcome.sha256 = m_digest->finish();
    }
    return outcome;
}

size_t CurlTask::onRead(char *buffer, size_t size, size_t count, void *task)
{
    return static_cast<CurlTask *>(task)->send(buffer, size * count);
}

size_t CurlTask::onWrite(char *buffer, size_t size, size_t count, void *task)
{
    return static_cast<CurlTask *>(task)->receive(buffer, size * count);
}

size_t CurlTask::onHeader(char *buffer, size_t size, size_t count, void *task)
{
    static_cast<CurlTask *>(task)->header(QByteArray(buffer, static_cast<qsizetype>(size * count)));
    return size * count;
}

int CurlTask::onSeek(void *task, curl_off_t offset, int origin)
{
    if (origin != SEEK_SET)
        return CURL_SEEKFUNC_CANTSEEK;
    static_cast<CurlTask *>(task)->m_moved = offset; // libcurl repeats a request on a kept connection that had died
    return CURL_SEEKFUNC_OK;
}

int CurlTask::onProgress(void *task, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<CurlTask *>(task)->cancelled ? 1 : 0;
}

} // namespace learnlab::transfer
