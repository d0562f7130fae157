#include "certificates.h"

#include <QFile>
#include <QProcess>
#include <QStringList>

namespace {

bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

bool Certificates::makeAuthority(const QString &name) const
{
    return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                    QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                    QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                    QStringLiteral("/CN=Made by a test"), QStringLiteral("-keyout"), key(name), QStringLiteral("-out"),
                    certificate(name)});
}

bool Certificates::make(const QString &name, const QString &authority, const QString &host, int days) const
{
    const auto request = m_folder + u'/' + name + QStringLiteral(".csr");
    QFile extensions(m_folder + u'/' + name + QStringLiteral(".ext"));
    if (!extensions.open(QIODevice::WriteOnly)) {
        return false;
    }
    extensions.write("subjectAltName=DNS:" + host.toUtf8() + '\n');
    extensions.close();
    return openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                    QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                    QStringLiteral("/CN=") + host, QStringLiteral("-keyout"), key(name), QStringLiteral("-out"),
                    request}) &&
           openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
                    QStringLiteral("-CA"), certificate(authority), QStringLiteral("-CAkey"), key(authority),
                    QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QString::number(days),
                    QStringLiteral("-extfile"), extensions.fileName(), QStringLiteral("-out"), certificate(name)});
}
