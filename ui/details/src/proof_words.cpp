#include "proof_words.h"

#include <ui/common/fonts.h>
#include <ui/models/format.h>

#include <domain/names.h>

#include <QtCore/QCoreApplication>

namespace learnlab::ui {

namespace {

struct ProofWords
{
    Q_DECLARE_TR_FUNCTIONS(ProofWords)
};

constexpr int groupLength = 4;
constexpr int fingerprintGroups = 8; // of the sixteen: enough to compare by eye
constexpr int digestGroups = 8;

QString moment(const QDateTime &time, const QLocale &locale)
{
    const QDateTime here = time.toLocalTime();
    const QDateTime utc = time.toUTC();
    const QString full = QStringLiteral("d MMMM yyyy, HH:mm:ss");
    if (here.offsetFromUtc() == 0)
        return ProofWords::tr("%1 UTC", "@info a time").arg(locale.toString(utc, full));
    return ProofWords::tr("%1 %2 (%3 UTC)", "@info a time, its zone, the time in UTC")
        .arg(locale.toString(here, full), here.timeZoneAbbreviation(),
             locale.toString(utc, here.date() == utc.date() ? QStringLiteral("HH:mm:ss") : full));
}

/// Isolated from the words around it, whatever way it is written.
QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

} // namespace

QString inGroups(const QByteArray &hex, int groups)
{
    QString text;
    for (qsizetype at = 0; at < hex.size(); at += groupLength) {
        if (at > 0)
            text += at / groupLength % groups == 0 ? u'\n' : u' ';
        text += QString::fromLatin1(hex.mid(at, groupLength));
    }
    return text;
}

QList<ProofFact> proofFacts(const receipts::Claims &claims, const QString &server, const QLocale &locale)
{
    const QString size = ProofWords::tr("%1 (%2 bytes)", "@info a size, short and exact")
                             .arg(formatSize(claims.size, locale), locale.toString(claims.size));
    const QByteArray shortKey = claims.keyFingerprint.left(fingerprintGroups * groupLength);
    return {
        {ProofWords::tr("File name"), displayName(claims.name, Qt::LeftToRight)},
        {ProofWords::tr("Size"), claims.size < 1000 ? formatSize(claims.size, locale) : size},
        {ProofWords::tr("SHA-256"), inGroups(claims.sha256, digestGroups), true},
        {ProofWords::tr("Handed in by"), domain::displayName(claims.username)},
        {ProofWords::tr("Handed in at"), moment(claims.committedAt, locale)},
        {ProofWords::tr("Read back and signed"), moment(claims.verifiedAt, locale)},
        {ProofWords::tr("Server"), server},
        {ProofWords::tr("Key"), claims.keyId + u' ' + QChar(0xb7) + u' ' + inGroups(shortKey, fingerprintGroups), true},
    };
}

QString proofSentence(const receipts::Claims &claims)
{
    return ProofWords::tr(
               "The server has signed that %1 handed in exactly this file at this time, and that it read the file "
               "back unchanged. Anyone can check that, without an account and without the server.")
        .arg(isolated(domain::displayName(claims.username)));
}

QString keysAddress(const QString &server)
{
    // Only a server on this computer is spoken to without encryption.
    const bool here = server.startsWith(QLatin1String("127.")) || server.startsWith(QLatin1String("localhost")) ||
                      server.startsWith(QLatin1String("[::1]"));
    return (here ? QStringLiteral("http://") : QStringLiteral("https://")) + server +
           QStringLiteral("/api/v2/receipt-keys");
}

QString checkCommand(const QString &file)
{
    QString quoted = domain::exactLocalName(file);
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return QStringLiteral("learnlab-cli verify-receipt receipt.json --keys keys.json --file '%1'").arg(quoted);
}

QString proofFileName(const QString &name, const QString &suffix)
{
    return domain::safeLocalName(ProofWords::tr("%1 proof of upload", "name of a saved file").arg(name)) + u'.' +
           suffix;
}

} // namespace learnlab::ui
