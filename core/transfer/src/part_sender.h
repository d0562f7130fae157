#pragma once

#include "pace.h"
#include "running.h"
#include "support/clock.h"
#include "support/scheduler.h"
#include "transfer/wire.h"

#include <map>
#include <set>

namespace learnlab::transfer {

/// Sends the parts of one upload: digests ahead of sending, asks for URLs in groups, keeps several parts under way.
/// Never sends a part that the store has confirmed. Engine thread.
class PartSender final : public Running
{
public:
    struct Parts
    {
        api::Api &api;
        Wire &wire;
        LocalFiles &files;
        support::Scheduler &scheduler;
        support::Clock &clock;
        int maxPartUrls = 64;
        /// Why nothing may be sent to this URL.
        std::function<std::optional<domain::Error>(const QUrl &)> refused = {};
    };
    struct Start
    {
        domain::Transfer transfer;
        QList<domain::Part> saved;                   ///< from the mirror
        std::optional<QList<domain::Part>> onServer; ///< when the server was asked
    };
    struct Callbacks
    {
        std::function<void(const domain::Part &)> sent; ///< confirmed; is to be stored
        std::function<void(const LocalFiles::Digest &)> digested;
        std::function<void()> all;
        std::function<void(const domain::Error &)> failed;
        std::function<void(qint64)> moving; ///< bytes of parts under way
        std::function<void(double)> paced;  ///< a part travelled at so many bytes a second
    };

    PartSender(const Parts &parts, Start start, Callbacks callbacks);
    void begin();
    void halt() override { m_ended = true; }

private:
    struct Sending
    {
        Wire::JobHandle job;
        qint64 bytes = 0;
        support::Monotonic begun{};
    };

    [[nodiscard]] int partCount() const;
    [[nodiscard]] qint64 sizeOfPart(int number) const;
    [[nodiscard]] int readAhead() const;
    void takeSaved();
    void startDigest();
    void digestedPart(const domain::Part &part);
    void wanted(const domain::Part &part);
    void confirm(domain::Part part, const QString &etag);
    void digestReady(const domain::Result<LocalFiles::Digest> &digest);
    void pump();
    void askUrls();
    void urlsKnown(const domain::Result<QList<api::PartUrl>> &urls);
    void send(int number, const api::SignedRequest &request);
    void sent(int number, const domain::Result<Wire::PutDone> &result);
    void sendAgain(int number, const domain::Error &error);
    void fail(const domain::Error &error);
    void tellMoving();

    Parts m_with;
    Start m_start;
    Callbacks m_callbacks;
    std::map<int, domain::Part> m_parts; ///< digested; with ETag where confirmed
    std::set<int> m_confirmed;
    std::set<int> m_unasked; ///< digested, wants a URL
    std::map<int, api::SignedRequest> m_urls;
    std::map<int, Sending> m_sending;
    std::vector<Wire::JobHandle> m_over; ///< handles of jobs that just called back
    LocalFiles::JobHandle m_digest;
    api::CallHandle m_urlCall;
    bool m_asking = false;
    bool m_digestKnown = false;
    bool m_ended = false;
    int m_expired = 0;
    int m_troubles = 0; ///< passing errors since a part was confirmed
    Pace m_pace{4, 2, 8};
    std::shared_ptr<char> m_alive = std::make_shared<char>();
    std::optional<domain::Error> m_failure; ///< told when what is under way has come to its end
};

} // namespace learnlab::transfer
