#pragma once

#include "engine_command.h"

#include "domain/receipt.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace learnlab::cli {

/// What `receipt` and `receipts` share: they ask the server about files, one after the other, and wait for a while when
/// it still reads a content back. Only with the server.
class ReceiptCommand : public EngineCommand
{
    Q_OBJECT

protected:
    void ready() override;
    /// What the server says of one of the files that were given.
    virtual void told(const domain::File &file, const QString &path, const domain::Receipts &receipts) = 0;
    /// There are no more.
    virtual void done() = 0;
    /// Nothing was named.
    virtual void askAboutAll() {}
    [[nodiscard]] static QCommandLineOption waitOption();
    [[nodiscard]] static QString checkWait(const Given &given);

private:
    void begin();
    void look(domain::ItemRef item, const QString &path, const std::function<void()> &next);
    void askAbout(const domain::File &file, const QString &path, const std::function<void()> &next);
    /// False: there is no more patience.
    [[nodiscard]] bool waitFor(std::chrono::seconds time, const std::function<void()> &next);

    QElapsedTimer m_reading; ///< since when the server reads
};

/// `receipt PATH`: the proof of upload of a file as it is now, checked, printed or saved.
class Receipt final : public ReceiptCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override;

protected:
    void told(const domain::File &file, const QString &path, const domain::Receipts &receipts) override;
    void done() override { finish(); }

private:
    /// False: it could not be, which is told.
    [[nodiscard]] bool save(const char *option, const QByteArray &bytes);
};

/// `receipts [PATH...]`: those of everything that files ever were; of all files, gone ones too, when none is named.
class Receipts final : public ReceiptCommand
{
    Q_OBJECT

public:
    [[nodiscard]] Usage usage() const override;
    [[nodiscard]] QString check(const Given &given) const override { return checkWait(given); }

protected:
    void told(const domain::File &file, const QString &path, const domain::Receipts &receipts) override;
    void done() override;
    void askAboutAll() override;

private:
    struct Listed
    {
        QDateTime committedAt;
        QJsonObject json;
        QString line;
    };

    /// What stands up to its keys, and what was refused; without a path those of any file.
    void list(const domain::Receipts &receipts, const QString &path);
    void askForPage(const QString &after);
    /// Null when it is not there any more.
    [[nodiscard]] QJsonValue pathOf(const std::optional<domain::FileId> &id) const;

    QList<Listed> m_receipts;
    QJsonArray m_refused;
    QStringList m_refusedLines;
    qint64 m_unread = 0; ///< contents that the server still has to read
};

} // namespace learnlab::cli
