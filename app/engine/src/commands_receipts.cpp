#include "engine/commands.h"

#include "call_server.h"

#include "api/receipts.h"

namespace learnlab::engine {

namespace {

using domain::Receipts;
using domain::Result;

/// The keys belong to the receipts: whoever saves one wants to check it later.
void addKeys(Services &services, const Receipts &receipts, const Commands::Answer<Receipts> &reply)
{
    callServer<QByteArray>(
        services,
        [](api::Api &api, api::Reply<QByteArray> done) { return api.receiptCalls()->receiptKeys(std::move(done)); },
        [receipts, reply](Services &, const Result<QByteArray> &keys) {
            if (!keys) {
                reply(tl::make_unexpected(keys.error()));
                return;
            }
            Receipts whole = receipts;
            whole.keys = *keys;
            reply(whole);
        });
}

} // namespace

void Commands::receipts(domain::FileId file, QObject *context, Answer<Receipts> answer)
{
    m_asker.ask<Receipts>(
        context,
        [file](Services &services, const Answer<Receipts> &reply) {
            if (!services.api.receiptCalls()) {
                reply(domain::fail(domain::ErrorCode::NotALearnLabServer));
                return;
            }
            callServer<Receipts>(
                services,
                [file](api::Api &api, api::Reply<Receipts> done) {
                    return api.receiptCalls()->receipts(file, std::move(done));
                },
                [reply](Services &open, const Result<Receipts> &receipts) {
                    if (!receipts || receipts->receipts.isEmpty())
                        reply(receipts);
                    else
                        addKeys(open, *receipts, reply);
                });
        },
        std::move(answer));
}

} // namespace learnlab::engine
