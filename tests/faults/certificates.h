#pragma once

#include <QDateTime>
#include <QString>

// Certificates made for one test, by the openssl program, in a folder. Each answers whether it was made; the files are
// NAME.crt and NAME.key.
class Certificates
{
public:
    explicit Certificates(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] bool makeAuthority(const QString &name) const;
    // Signed by `authority`, for `host`, for `days` from now on; negative: it ended so long ago.
    [[nodiscard]] bool make(const QString &name, const QString &authority, const QString &host, int days) const;

    [[nodiscard]] QString certificate(const QString &name) const
    {
        return m_folder + u'/' + name + QStringLiteral(".crt");
    }
    [[nodiscard]] QString key(const QString &name) const { return m_folder + u'/' + name + QStringLiteral(".key"); }

private:
    QString m_folder;
};
