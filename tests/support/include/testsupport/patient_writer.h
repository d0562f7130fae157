#pragma once

#include <QList>
#include <QThread>
#include <QUrl>

#include <memory>

namespace learnlab::testsupport {

// A client that makes one folder after the other and repeats each, under its id, until a server says that it is there.
// Knows what was acknowledged and when. On a thread of its own.
class PatientWriter
{
public:
    struct Acknowledged
    {
        QByteArray name;     // in the root
        qint64 milliseconds; // since start()
    };

    PatientWriter();
    ~PatientWriter();
    PatientWriter(const PatientWriter &) = delete;
    PatientWriter &operator=(const PatientWriter &) = delete;

    // Signs in and begins; names start with `prefix`.
    void start(const QUrl &server, const QString &email, const QByteArray &password, const QString &prefix);
    // After the answer to what is under way, or none within half a minute.
    void stop();
    // So far.
    [[nodiscard]] QList<Acknowledged> acknowledged() const;
    // Answers that were no acknowledgement, and asked for no patience either: status and body. Empty when all is well.
    [[nodiscard]] QByteArray surprises() const;
    [[nodiscard]] qint64 elapsed() const; // milliseconds since start()
    // The longest time between two acknowledgements that ended after `since`.
    [[nodiscard]] qint64 longestPause(qint64 since) const;

    class Worker;

private:
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; // lives on m_thread
};

} // namespace learnlab::testsupport
