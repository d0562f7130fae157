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

void FakeBackend::signIn(const QString &server, const api::Credentials &credentials, bool onShared, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("sign in %1 %2").arg(server, credentials.email) + (onShared ? QStringLiteral(" shared") : QString());
    answer(std::move(reply));
}

void FakeBackend::changeProfile(const Profile &profile, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("profile %1 %2").arg(profile.fullName.value_or(QString()), profile.userName.value_or(QString()));
    answer(std::move(reply));
}

void FakeBackend::changePassword(const QString &current, const QString &wanted, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("password %1 %2").arg(current, wanted);
    answer(std::move(reply));
}

void FakeBackend::sessions(QObject *, Reply<QList<domain::Session>> reply)
{
    answer<QList<domain::Session>>(std::move(reply), nextSessions);
}

void FakeBackend::endSession(domain::SessionId id, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("end session ") + domain::toText(id);
    answer(std::move(reply));
}

void FakeBackend::undo(domain::ActionId action, QObject *, Reply<sync::Undone> reply)
{
    asked << QStringLiteral("undo ") + (action.isNull() ? QStringLiteral("the last") : domain::toText(action));
    answer(std::move(reply), nextUndone);
}

void FakeBackend::redo(domain::ActionId action, QObject *, Reply<sync::Undone> reply)
{
    asked << QStringLiteral("redo ") + (action.isNull() ? QStringLiteral("the last") : domain::toText(action));
    answer(std::move(reply), nextUndone);
}

void FakeBackend::retryOperation(domain::OperationId id, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("again ") + domain::toText(id);
    answer(std::move(reply));
}

void FakeBackend::survey(const QList<QByteArray> &, domain::FolderId, QObject *, Reply<transfer::Survey> reply)
{
    answer<transfer::Survey>(std::move(reply), nextSurvey);
}

void FakeBackend::downloadInto(const QList<domain::ItemRef> &items, const QString &folder, QObject *, Reply<Downloaded> reply)
{
    asked << QStringLiteral("download %1 into %2").arg(idsText(items), folder);
    answer<Downloaded>(std::move(reply), {.files = static_cast<int>(items.size())});
}

void FakeBackend::moveBefore(domain::TransferId id, domain::TransferId before)
{
    asked << QStringLiteral("move %1 before %2").arg(domain::toText(id), domain::toText(before));
}

void FakeBackend::registerUser(const QString &server, const api::Registration &registration, bool onShared, QObject *, Reply<void> reply)
{
    asked << QStringLiteral("register %1 %2 %3").arg(server, registration.email, registration.username)
            + (onShared ? QStringLiteral(" shared") : QString());
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

void FakeBackend::purge(const QList<domain::ItemRef> &items, QObject *, Reply<Purged> reply)
{
    asked << QStringLiteral("purge %1").arg(idsText(items));
    answer(std::move(reply), std::exchange(nextPurged, std::nullopt).value_or(Purged{items.size(), 0, {}, {}}));
}

void FakeBackend::upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict, QObject *,
                         Reply<QList<transfer::Plan::Refused>> reply)
{
    const QString how = onConflict == domain::OnConflict::KeepBoth  ? QStringLiteral(", keep both")
                        : onConflict == domain::OnConflict::Replace ? QStringLiteral(", replace")
                                                                    : QString();
    asked << QStringLiteral("upload %1 to %2").arg(QString::fromUtf8(localPaths.join(' ')), domain::toText(target)) + how;
    answer<QList<transfer::Plan::Refused>>(std::move(reply), {});
}

void FakeBackend::uploadMade(const QString &name, std::function<QByteArray()> content, domain::FolderId target, QObject *,
                             Reply<void> reply)
{
    made = content();
    asked << QStringLiteral("make %1 in %2").arg(name, domain::toText(target));
    answer(std::move(reply));
}

void FakeBackend::open(domain::FileId file, QObject *, Reply<QString> reply)
{
    asked << QStringLiteral("open %1").arg(domain::toText(file));
    answer<QString>(std::move(reply), openedPath);
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
