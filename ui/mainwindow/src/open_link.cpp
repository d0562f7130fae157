#include "ui/mainwindow/open_link.h"

#include "domain/names.h"

#include <QUrl>
#include <QUrlQuery>

namespace learnlab::ui {

namespace {

constexpr qsizetype longestLink = 8192;

} // namespace

bool isLink(const QByteArray &argument)
{
    return argument.first(std::min<qsizetype>(argument.size(), 9)).toLower() == "learnlab:";
}

std::optional<OpenLink> parseOpenLink(const QByteArray &link)
{
    if (link.size() > longestLink)
        return std::nullopt;
    const QUrl url = QUrl::fromEncoded(link, QUrl::StrictMode);
    const bool place = url.path().isEmpty() || url.path() == QLatin1String("/");
    if (!url.isValid() || url.scheme() != QLatin1String("learnlab") || url.host() != QLatin1String("open") || !place ||
        url.port() != -1 || !url.userInfo().isEmpty() || url.hasFragment())
        return std::nullopt;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    if (items.size() != 1)
        return std::nullopt;
    const auto &[key, value] = items.first();
    if (key == QLatin1String("id") && domain::uuidFromText(value))
        return OpenLink{QStringLiteral("id:") + value};
    if (key == QLatin1String("path") && value.startsWith(u'/'))
        return OpenLink{value};
    return std::nullopt;
}

} // namespace learnlab::ui
