#include "engine/commands.h"

#include "plan_queue.h"
#include "transfer_control.h"

namespace learnlab::engine {

namespace {

using domain::Result;
using domain::TransferId;

/// So much is walked before it is queued, and on its way, while the next is walked.
constexpr qsizetype filesAtOnce = 2000;

/// One walk over what was dropped, step by step. Its planner and reader are used on the background thread alone, one
/// step at a time; the rest on the engine's.
class Walk
{
public:
    Walk(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
         const Services &services)
        : m_mirrorPath(services.place.mirrorPath),
          m_planner(transfer::makeUploadPlanner(
              localPaths, target, onConflict,
              [this](domain::FolderId folder, const QString &name) { return existingFolder(folder, name); },
              services.clock, services.random))
    {}

    /// The next step; `use` sees it with the reader.
    [[nodiscard]] Result<transfer::Plan>
    next(const std::function<void(const mirror::Reader &, const transfer::Plan &)> &use = {})
    {
        auto reader = mirror::openReader(m_mirrorPath);
        if (!reader)
            return tl::make_unexpected(reader.error());
        m_reader = reader->get();
        transfer::Plan plan = m_planner->next(filesAtOnce);
        if (use)
            use(*m_reader, plan);
        m_reader = nullptr;
        return plan;
    }
    [[nodiscard]] bool atEnd() const { return m_planner->atEnd(); }

private:
    [[nodiscard]] std::optional<domain::FolderId> existingFolder(domain::FolderId folder, const QString &name) const
    {
        const auto child = m_reader ? m_reader->childByName(folder, name) : std::nullopt;
        return child && child->kind == domain::ItemKind::Folder ? std::optional(child->folderId()) : std::nullopt;
    }

    const QString m_mirrorPath;
    const mirror::Reader *m_reader = nullptr;
    std::unique_ptr<transfer::UploadPlanner> m_planner;
};

/// An upload under way: one step is walked, then queued, then the next one is walked. Kept by the callbacks that it
/// waits for; engine thread.
class UploadRun : public std::enable_shared_from_this<UploadRun>
{
public:
    using Reply = std::function<void(Result<Uploads>)>;

    UploadRun(std::shared_ptr<Walk> walk, domain::OnConflict onConflict, Reply reply)
        : m_walk(std::move(walk)), m_onConflict(onConflict), m_reply(std::move(reply))
    {}

    void step(Services &services)
    {
        auto plan = std::make_shared<Result<transfer::Plan>>();
        services.inBackground([walk = m_walk, plan] { *plan = walk->next(); },
                              [self = shared_from_this(), weak = services.weak_from_this(), plan] {
                                  if (const auto open = weak.lock())
                                      self->queue(*open, *plan);
                              });
    }

private:
    void queue(Services &services, const Result<transfer::Plan> &plan)
    {
        if (!plan) {
            m_reply(tl::make_unexpected(plan.error()));
            return;
        }
        auto queue = std::make_shared<PlanQueue>(*plan, m_refusedFolders);
        services.store.write(
            [queue, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
                return queue->write(writer, clock, random);
            },
            whileOpen(services, [self = shared_from_this(), queue](Services &open, const Result<void> &result) {
                if (result)
                    self->queued(open, *queue);
                else
                    self->m_reply(tl::make_unexpected(result.error()));
            }));
    }

    void queued(Services &services, const PlanQueue &queue)
    {
        chooseAnew(services, queue.otherwise(), m_onConflict);
        for (const TransferId id : queue.paused())
            services.transfers.resume(id);
        services.sync.nudge();
        services.transfers.nudge();
        m_refusedFolders = queue.refusedFolders();
        m_uploads.transfers += queue.uploads().transfers;
        m_uploads.operations += queue.uploads().operations;
        m_uploads.refused += queue.uploads().refused;
        m_uploads.bytes += queue.uploads().bytes;
        if (m_walk->atEnd())
            m_reply(m_uploads);
        else
            step(services);
    }

    const std::shared_ptr<Walk> m_walk;
    const domain::OnConflict m_onConflict;
    const Reply m_reply;
    PlanQueue::RefusedFolders m_refusedFolders;
    Uploads m_uploads;
};

/// All steps in one go: nothing waits for them.
Result<transfer::Survey> surveyOf(Walk &walk)
{
    transfer::Survey survey;
    do {
        const auto plan = walk.next([&survey](const mirror::Reader &reader, const transfer::Plan &step) {
            const auto existing = [&reader](domain::FolderId folder, const QString &name) {
                const auto child = reader.childByName(folder, name);
                return child && child->kind == domain::ItemKind::File;
            };
            transfer::addToSurvey(step, existing, &survey);
        });
        if (!plan)
            return tl::make_unexpected(plan.error());
    } while (!walk.atEnd());
    return survey;
}

} // namespace

void Commands::upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                      QObject *context, Answer<Uploads> answer)
{
    m_asker.ask<Uploads>(
        context,
        [=](Services &services, const Answer<Uploads> &reply) {
            auto walk = std::make_shared<Walk>(localPaths, target, onConflict, services);
            std::make_shared<UploadRun>(std::move(walk), onConflict, reply)->step(services);
        },
        std::move(answer));
}

void Commands::survey(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *context,
                      Answer<transfer::Survey> answer)
{
    m_asker.ask<transfer::Survey>(
        context,
        [=](Services &services, const Answer<transfer::Survey> &reply) {
            auto walk = std::make_shared<Walk>(localPaths, target, domain::OnConflict::Fail, services);
            auto survey = std::make_shared<Result<transfer::Survey>>();
            services.inBackground([walk, survey] { *survey = surveyOf(*walk); }, [survey, reply] { reply(*survey); });
        },
        std::move(answer));
}

} // namespace learnlab::engine
