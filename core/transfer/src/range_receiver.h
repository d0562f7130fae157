#pragma once

#include "pace.h"
#include "running.h"
#include "support/clock.h"
#include "support/scheduler.h"
#include "transfer/wire.h"

#include <map>
#include <set>

namespace learnlab::transfer {

/// Fetches one large file in ranges, several at a time, each straight into its place, and digests them from the
/// beginning on as they come. Never asks for a range that is there. Engine thread.
class RangeReceiver final : public Running
{
public:
    struct Parts
    {
        Wire &wire;
        LocalFiles &files;
        support::Scheduler &scheduler;
        support::Clock &clock;
    };
    struct Start
    {
        domain::Transfer transfer;
        QList<domain::Part> saved; ///< from the mirror
        api::DownloadUrl url;
        QByteArray temporary;
    };
    struct Callbacks
    {
        std::function<void(const domain::Part &)> received; ///< in its place; is to be stored
        std::function<void(const QByteArray &)> all;        ///< with the digest of the whole, where it could be made
        std::function<void(const domain::Error &)> failed;
        std::function<void(qint64)> moving; ///< bytes of ranges under way
    };

    RangeReceiver(const Parts &parts, Start start, Callbacks callbacks);
    void begin() { pump(); }
    void halt() override { m_ended = true; }

private:
    struct Receiving
    {
        Wire::JobHandle job;
        qint64 bytes = 0;
    };

    [[nodiscard]] qint64 sizeOf(int number) const;
    [[nodiscard]] qint64 contiguous() const;
    void digestOn();
    void end();
    void pump();
    void receive(int number);
    void received(int number, const domain::Result<Wire::GetDone> &result);
    void tellMoving();

    Parts m_with;
    Start m_start;
    Callbacks m_callbacks;
    std::set<int> m_missing; ///< neither there nor under way
    std::set<int> m_absent;  ///< not in its place
    std::map<int, Receiving> m_receiving;
    LocalFiles::JobHandle m_digest;
    std::optional<QByteArray> m_sha256;  ///< empty: it cannot be made here
    std::vector<Wire::JobHandle> m_over; ///< handles of jobs that just called back
    int m_pausing = 0;                   ///< ranges that are asked for again in a moment
    int m_troubles = 0;                  ///< passing errors since a range came
    bool m_ended = false;
    std::optional<domain::Error> m_failure; ///< told when what is under way has come to its end
    Pace m_pace{4, 2, 8};
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace learnlab::transfer
