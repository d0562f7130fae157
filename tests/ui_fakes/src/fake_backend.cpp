#include "ui_fakes/fake_backend.h"

namespace learnlab::tests {

namespace {

QString idText(const domain::ItemRef &item)
{
    return domain::uuidText(item.id);
}

QString idsText(const QList<domain::ItemRef> &items)
{
    QStringList texts;
    for (const domain::ItemRef &item : items)
        texts << idText(item);
    return texts.join(QLatin1Char(' '));
}

} // namespace

void FakeBackend::answer(Reply<void> reply)
{
    const auto error = std::exchange(next, std::nullopt);
    reply(error ? domain::Result<void>(tl::make_unexpected(*error)) : domain::Result<void>());
}

void FakeBackend::note(const char *what, domain::TransferId id)
{
    asked << QLatin1String(what) + QLatin1Char(' ') + domain::toText(id);
}

void FakeBackend::signIn(const QString &server, const api::Credentials &credentials, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("sign in %1 %2").arg(server, credentials.email);
    answer(std::move(reply));
}

void FakeBackend::registerUser(const QString &server, const api::Registration &registration, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("register %1 %2 %3").arg(server, registration.email, registration.username);
    answer(std::move(reply));
}

void FakeBackend::signOut(bool forget, QObject *, Reply<void> reply)
{
    asked << (forget ? QStringLiteral("sign out and forget") : QStringLiteral("sign out"));
    answer(std::move(reply));
}

void FakeBackend::createFolder(domain::FolderId, const QString &name, QObject *, Reply<domain::FolderId> reply)
{
    asked << QStringLiteral("create %1").arg(name);
    answer<domain::FolderId>(std::move(reply), {});
}

void FakeBackend::rename(domain::ItemRef item, const QString &name, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("rename %1 %2").arg(idText(item), name);
    answer(std::move(reply));
}

void FakeBackend::move(const QList<domain::ItemRef> &items, domain::FolderId target, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("move %1 to %2").arg(idsText(items), domain::toText(target));
    answer(std::move(reply));
}

void FakeBackend::trash(const QList<domain::ItemRef> &items, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("trash %1").arg(idsText(items));
    answer(std::move(reply));
}

void FakeBackend::restore(const QList<domain::ItemRef> &items, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("restore %1").arg(idsText(items));
    answer(std::move(reply));
}

void FakeBackend::upload(const QList<QByteArray> &localPaths, domain::FolderId target, QObject *,
                         Reply<QList<transfer::Plan::Refused>> reply)
{
    asked << QStringLiteral("upload %1 to %2").arg(QString::fromUtf8(localPaths.join(' ')), domain::toText(target));
    answer<QList<transfer::Plan::Refused>>(std::move(reply), {});
}

void FakeBackend::open(domain::FileId file, QObject *, Reply<QString> reply)
{
    asked << QStringLiteral("open %1").arg(domain::toText(file));
    answer<QString>(std::move(reply), {});
}

void FakeBackend::download(domain::FileId file, const QString &destination, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("download %1 to %2").arg(domain::toText(file), destination);
    answer(std::move(reply));
}

void FakeBackend::keepOffline(domain::ItemRef item, bool keep, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("%1 %2").arg(keep ? QStringLiteral("keep") : QStringLiteral("unkeep"), idText(item));
    answer(std::move(reply));
}

void FakeBackend::retryWith(domain::TransferId id, domain::OnConflict onConflict)
{
    note(onConflict == domain::OnConflict::Replace ? "replace" : "keep both", id);
}

} // namespace learnlab::tests
