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

/// What `ask` gets from the server, and the keys to it.
template <class Ask>
void askForReceipts(Services &services, const Ask &ask, const Commands::Answer<Receipts> &reply)
{
    if (!services.api.receiptCalls()) {
        reply(domain::fail(domain::ErrorCode::NotALearnLabServer));
        return;
    }
    callServer<Receipts>(
        services, [ask](api::Api &api, api::Reply<Receipts> done) { return ask(*api.receiptCalls(), std::move(done)); },
        [reply](Services &open, const Result<Receipts> &receipts) {
            if (!receipts || receipts->receipts.isEmpty())
                reply(receipts);
            else
                addKeys(open, *receipts, reply);
        });
}

} // namespace

void Commands::receipts(domain::FileId file, QObject *context, Answer<Receipts> answer)
{
    m_asker.ask<Receipts>(
        context,
        [file](Services &services, const Answer<Receipts> &reply) {
            askForReceipts(
                services,
                [file](api::ReceiptApi &api, api::Reply<Receipts> done) { return api.receipts(file, std::move(done)); },
                reply);
        },
        std::move(answer));
}

void Commands::allReceipts(const QString &after, QObject *context, Answer<Receipts> answer)
{
    m_asker.ask<Receipts>(
        context,
        [after](Services &services, const Answer<Receipts> &reply) {
            askForReceipts(
                services,
                [after](api::ReceiptApi &api, api::Reply<Receipts> done) {
                    return api.allReceipts(after, std::move(done));
                },
                reply);
        },
        std::move(answer));
}

} // namespace learnlab::engine
