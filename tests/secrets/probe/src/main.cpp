#include "secrets/keychain.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace learnlab;

namespace {

QByteArray text(const domain::Result<QByteArray> &result)
{
    return result ? "value " + *result : QByteArray(domain::codeName(result.error().code).data());
}

QByteArray text(const domain::Result<void> &result)
{
    return result ? QByteArray("done") : QByteArray(domain::codeName(result.error().code).data());
}

void ask(secrets::Keychain &keychain, const QStringList &arguments, const std::function<void(QByteArray)> &answer)
{
    const QString verb = arguments.value(1);
    const QString account = arguments.value(2);
    if (verb == QLatin1String("write"))
        keychain.write(account, arguments.value(3).toUtf8(),
                       [answer](const domain::Result<void> &result) { answer(text(result)); });
    else if (verb == QLatin1String("remove"))
        keychain.remove(account, [answer](const domain::Result<void> &result) { answer(text(result)); });
    else
        keychain.read(account, [answer](const domain::Result<QByteArray> &result) { answer(text(result)); });
}

} // namespace

// secrets_probe read|write|remove ACCOUNT [SECRET] [MILLISECONDS]; on a thread of its own, as the engine does.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int limit = arguments.size() > 4 ? arguments.at(4).toInt() : 10'000;
    QThread thread;
    std::unique_ptr<secrets::Keychain> keychain;
    QObject context;
    context.moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(&context, [&] {
        keychain = secrets::makeOsKeychain(std::chrono::milliseconds(limit));
        ask(*keychain, arguments, [&](const QByteArray &answer) {
            std::puts(answer.constData());
            keychain.reset();
            QMetaObject::invokeMethod(&application, &QCoreApplication::quit);
        });
    });
    QCoreApplication::exec();
    thread.quit();
    thread.wait();
    return 0;
}
