#include "commands/limit.h"

#include "rows.h"

namespace learnlab::cli {

namespace {

QString inWords(qint64 limit)
{
    return limit == 0 ? QStringLiteral("no limit") : sizeText(limit) + QStringLiteral("/s");
}

} // namespace

Usage Limit::usage() const
{
    const QString number = QStringLiteral("BYTES");
    return {
        {},
        QStringLiteral("Says how fast transfers may go, or limits them; 0: as fast as it goes."),
        {QCommandLineOption(QStringLiteral("up"), QStringLiteral("Bytes a second of all uploads together."), number),
         QCommandLineOption(QStringLiteral("down"), QStringLiteral("Bytes a second of all downloads together."),
                            number)}};
}

QString Limit::check(const Given &given) const
{
    for (const char *option : {"up", "down"}) {
        bool isNumber = false;
        const qint64 bytes = given.text(option).toLongLong(&isNumber);
        if (given.has(option) && (!isNumber || bytes < 0))
            return QStringLiteral("--%1 is a number of bytes a second").arg(QLatin1String(option));
    }
    return {};
}

void Limit::run()
{
    if (given().has("up") || given().has("down"))
        EngineCommand::run();
    else
        tell(engine::rateLimitsIn(support::Settings(engine::ProfileFolder(given().common.profile).settingsPath())));
}

void Limit::ready()
{
    transfer::RateLimits limits =
        engine::rateLimitsIn(support::Settings(engine::ProfileFolder(given().common.profile).settingsPath()));
    if (given().has("up"))
        limits.up = given().text("up").toLongLong();
    if (given().has("down"))
        limits.down = given().text("down").toLongLong();
    commands().setRateLimits(limits, this, [this, limits](const domain::Result<void> &done) {
        if (done)
            tell(limits);
        else
            finish(done.error());
    });
}

void Limit::tell(const transfer::RateLimits &limits)
{
    result().document.insert(QStringLiteral("up"), limits.up);
    result().document.insert(QStringLiteral("down"), limits.down);
    result().lines = {QStringLiteral("Up: %1").arg(inWords(limits.up)),
                      QStringLiteral("Down: %1").arg(inWords(limits.down))};
    finish();
}

} // namespace learnlab::cli
