#include "progress.h"

#include "rows.h"

#include <cstdio>

#include <unistd.h>

namespace learnlab::cli {

namespace {

constexpr int barWidth = 30;

QString bar(double done)
{
    const int filled = qBound(0, static_cast<int>(done * barWidth), barWidth);
    return QLatin1Char('[') + QString(filled, QLatin1Char('#')) + QString(barWidth - filled, QLatin1Char('.')) +
           QLatin1Char(']');
}

} // namespace

Progress::Progress(const engine::Client &client)
{
    if (::isatty(STDERR_FILENO) != 1)
        return;
    connect(&client, &engine::Client::transfersChanged, this, [this, &client] { show(client.transferSummary()); });
}

Progress::~Progress()
{
    if (m_isShown)
        std::fputs("\r\033[K", stderr);
}

void Progress::show(const transfer::Summary &summary)
{
    if (summary.bytesTotal <= 0)
        return;
    const double done = static_cast<double>(summary.bytesDone) / static_cast<double>(summary.bytesTotal);
    const QString line =
        QStringLiteral("%1 %2%  %3 of %4  %5/s  %6 left")
            .arg(bar(done))
            .arg(static_cast<int>(done * 100), 3)
            .arg(sizeText(summary.bytesDone), sizeText(summary.bytesTotal), sizeText(summary.bytesPerSecond))
            .arg(summary.active + summary.waiting);
    std::fprintf(stderr, "\r\033[K%s", qPrintable(line));
    std::fflush(stderr);
    m_isShown = true;
}

} // namespace learnlab::cli
