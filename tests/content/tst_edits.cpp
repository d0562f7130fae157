#include "content/decide.h"
#include "fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace learnlab;
using content::decideEdit;
using content::decideSettled;
using content::EditFacts;
using content::EditStep;
using content::Settled;
using contentTest::Fixture;
using contentTest::hash;
using domain::ErrorCode;
using domain::ItemRef;
using domain::TransferState;

namespace {

/// The first look comes after a second of peace, and the machine may be slow.
constexpr int patience = 30000;

EditFacts edited()
{
    EditFacts facts;
    facts.copy.sha256 = hash("mine");
    facts.copy.baseSha256 = hash("base");
    facts.copy.stamp = {4, 1, 1};
    facts.file = domain::File{.filename = QStringLiteral("a.txt"), .contentSha256 = hash("base"), .revision = 7};
    facts.live = true;
    return facts;
}

EditFacts carried(TransferState state)
{
    EditFacts facts = edited();
    facts.copy.baseRevision = 7;
    facts.copy.transferId = domain::TransferId(std::array<quint8, 16>{1});
    facts.transfer = domain::Transfer{.id = facts.copy.transferId, .state = state, .filename = QStringLiteral("a.txt")};
    facts.transfer->sha256 = hash("mine");
    return facts;
}

} // namespace

/// A copy that was opened and saved becomes a new version, whatever happens on the way.
class EditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_f = std::make_unique<Fixture>(); }
    void cleanup() { m_f.reset(); }

    void settles()
    {
        const domain::LocalStamp known{1, 1, 1};
        const domain::LocalStamp other{2, 2, 1};
        using std::chrono::seconds;
        QCOMPARE(decideSettled({.known = known, .now = known, .before = known}), Settled::Same);
        QCOMPARE(decideSettled({.known = known, .now = other, .before = known, .quiet = seconds(5)}), Settled::Wait);
        QCOMPARE(decideSettled({.known = known, .now = other, .before = other, .quiet = seconds(0)}), Settled::Wait);
        QCOMPARE(decideSettled({.known = known, .now = other, .before = other, .quiet = seconds(1)}), Settled::Take);
        content::Sight open{.known = known, .now = other, .before = other, .quiet = seconds(5), .openForWriting = true};
        QCOMPARE(decideSettled(open), Settled::Wait);
        open.quiet = seconds(10);
        QCOMPARE(decideSettled(open), Settled::Take);
        QCOMPARE(decideSettled({.known = known, .before = other, .quiet = seconds(1)}), Settled::Wait);
        QCOMPARE(decideSettled({.known = known, .before = other, .quiet = seconds(10)}), Settled::Gone);
    }

    void decides()
    {
        QCOMPARE(decideEdit(edited()), EditStep::Upload);
        EditFacts facts = edited();
        facts.copy.sha256 = facts.copy.baseSha256;
        QCOMPARE(decideEdit(facts), EditStep::Nothing);
        facts = edited();
        facts.file->contentSha256 = hash("mine");
        QCOMPARE(decideEdit(facts), EditStep::Landed);
        facts.file->contentSha256 = hash("theirs");
        QCOMPARE(decideEdit(facts), EditStep::UploadBeside);
        facts.copy.earlier = {hash("theirs")}; // it was mine, and arrived
        QCOMPARE(decideEdit(facts), EditStep::Upload);
        facts = edited();
        facts.live = false;
        QCOMPARE(decideEdit(facts), EditStep::UploadBeside);
        facts.file.reset();
        QCOMPARE(decideEdit(facts), EditStep::UploadBeside);
    }

    void decidesWithAnUploadOnItsWay()
    {
        for (const TransferState state : {TransferState::Queued, TransferState::Sending, TransferState::Paused})
            QCOMPARE(decideEdit(carried(state)), EditStep::Nothing);
        EditFacts facts = carried(TransferState::Done);
        QCOMPARE(decideEdit(facts), EditStep::Landed);
        facts = carried(TransferState::Failed);
        facts.transfer->error = domain::Error{ErrorCode::RevisionConflict, {}};
        QCOMPARE(decideEdit(facts), EditStep::Nothing); // until the feed says why
        facts.file->revision = 8;
        QCOMPARE(decideEdit(facts), EditStep::Upload); // renamed only
        facts.file->contentSha256 = hash("theirs");
        QCOMPARE(decideEdit(facts), EditStep::UploadBeside);
        facts = carried(TransferState::Sending);
        facts.copy.sha256 = hash("newer");
        QCOMPARE(decideEdit(facts), EditStep::Nothing); // what is under way comes to its end first
        facts.transfer->state = TransferState::Waiting;
        QCOMPARE(decideEdit(facts), EditStep::Upload);
        facts = carried(TransferState::Queued);
        facts.file->filename = QStringLiteral("b.txt");
        QCOMPARE(decideEdit(facts), EditStep::Upload);
        facts = carried(TransferState::Queued);
        facts.copy.sha256 = facts.copy.baseSha256; // put back as it was
        QCOMPARE(decideEdit(facts), EditStep::Landed);
        facts = carried(TransferState::Queued);
        facts.transfer.reset(); // cancelled by the user
        QCOMPARE(decideEdit(facts), EditStep::Nothing);
        facts.begun = true;
        QCOMPARE(decideEdit(facts), EditStep::Upload);
    }

    void aFileOfItsOwnMayBeRenamedInTheQueue()
    {
        EditFacts facts = carried(TransferState::Queued);
        facts.copy.baseSha256.clear();
        facts.copy.baseRevision = 0;
        facts.file->revision = 0;
        facts.file->contentSha256 = facts.copy.sha256;
        facts.file->filename = QStringLiteral("a (2).txt");
        QCOMPARE(decideEdit(facts), EditStep::Nothing);
    }

    void namesOfConflicts()
    {
        const domain::Timestamp noon(std::chrono::hours(24 * 20000 + 12));
        QCOMPARE(content::conflictName(QStringLiteral("report.docx"), QStringLiteral("laptop"), noon),
                 QStringLiteral("report (conflict, laptop, 2024-10-04).docx"));
        QCOMPARE(content::conflictName(QStringLiteral(".bashrc"), QStringLiteral("a/b"), noon),
                 QStringLiteral(".bashrc (conflict, a-b, 2024-10-04)"));
        QVERIFY(content::conflictName(QString(255, QLatin1Char('x')), QString(255, QLatin1Char('y')), noon).size() <=
                255);
    }

    void privateToTheUser()
    {
        const domain::File file = m_f->addFile(QStringLiteral("report.docx"), "base");
        const auto path = m_f->open(file.id);
        QVERIFY(path.has_value() && path->endsWith(QStringLiteral("/report.docx")));
        struct stat status = {};
        QCOMPARE(::stat(path->toLocal8Bit().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        for (QString folder = *path; folder.size() > m_f->dir.path().size() + 1;) {
            folder = folder.left(folder.lastIndexOf(QLatin1Char('/')));
            if (folder == m_f->dir.path())
                break;
            QCOMPARE(::stat(folder.toLocal8Bit().constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0700U);
        }
    }

    void savedInPlace() { saved(&Fixture::write); }
    void savedByRename() { saved(&Fixture::writeAnew); }
    void deletedAndMadeAnew()
    {
        saved([](const QString &path, const QByteArray &bytes) {
            QVERIFY(QFile::remove(path));
            Fixture::write(path, bytes);
        });
    }

    void lockFilesAreNobodysWork()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.odt"), "base");
        const auto path = m_f->open(file.id);
        QVERIFY(path.has_value());
        const QString folder = path->left(path->lastIndexOf(QLatin1Char('/')));
        Fixture::write(folder + QStringLiteral("/.~lock.a.odt#"), "me");
        Fixture::write(*path, "base");
        m_f->settle();
        QCOMPARE(m_f->transfers->sent, 0);
        QVERIFY(m_f->uploads().isEmpty());
        QVERIFY(m_f->content->unsentEdits().isEmpty());
    }

    void savedWithoutANetworkWaits()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        m_f->transfers->holdsUploads = true;
        Fixture::write(*path, "mine");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->uploads().size(), 1, patience);
        QCOMPARE(m_f->content->unsentEdits(), QStringList{QStringLiteral("a.txt")});
        QCOMPARE(m_f->open(file.id), path);
        // Neither a limit nor letting go of the file costs the version, nor deleting the copy.
        m_f->content->setLimit(1);
        QVERIFY(m_f->unkeep(ItemRef::of(file.id)).has_value());
        QVERIFY(QFile::remove(*path));
        m_f->restart();
        m_f->settle();
        QCOMPARE(Fixture::read(m_f->kept("mine")), QByteArray("mine"));
        m_f->transfers->holdsUploads = false;
        m_f->transfers->nudge();
        QTRY_VERIFY_WITH_TIMEOUT(m_f->content->unsentEdits().isEmpty(), patience);
        QCOMPARE(m_f->transfers->server.value(file.id), QByteArray("mine"));
    }

    void savedAgainWhileItWaits()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        m_f->transfers->holdsUploads = true;
        Fixture::write(*path, "first");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->uploads().size(), 1, patience);
        Fixture::write(*path, "second");
        QTRY_VERIFY_WITH_TIMEOUT(m_f->uploads().size() == 1 && m_f->uploads().first().sha256 == hash("second"),
                                 patience);
        m_f->transfers->holdsUploads = false;
        m_f->transfers->nudge();
        QTRY_VERIFY_WITH_TIMEOUT(m_f->content->unsentEdits().isEmpty(), patience);
        QCOMPARE(m_f->transfers->server.value(file.id), QByteArray("second"));
        QTRY_VERIFY2(!QFile::exists(m_f->kept("first")), "what came before is not needed any more");
    }

    void savedWhileTheProgramWasNotRunning()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        m_f->content.reset();
        Fixture::writeAnew(*path, "mine");
        m_f->restart();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(file.id), QByteArray("mine"), patience);
        QTRY_VERIFY(m_f->content->unsentEdits().isEmpty());
    }

    void takenUpAndThenKilled()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        m_f->transfers->holdsUploads = true;
        Fixture::write(*path, "mine");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->uploads().size(), 1, patience);
        m_f->restart();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->uploads().size(), 1, patience);
        m_f->transfers->holdsUploads = false;
        m_f->transfers->nudge();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(file.id), QByteArray("mine"), patience);
    }

    void changedInTwoPlaces()
    {
        const domain::File file = m_f->addFile(QStringLiteral("report.docx"), "base");
        const auto path = m_f->open(file.id);
        m_f->transfers->holdsUploads = true;
        Fixture::write(*path, "mine");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->uploads().size(), 1, patience);
        m_f->change(file, "theirs");
        m_f->transfers->holdsUploads = false;
        m_f->transfers->nudge();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->rows.size(), 2, patience);
        QCOMPARE(m_f->transfers->server.value(file.id), QByteArray("theirs"));
        QTRY_VERIFY(m_f->content->unsentEdits().isEmpty());
        const auto beside = conflictOf(file);
        QVERIFY(beside);
        QVERIFY(beside->filename.startsWith(QStringLiteral("report (conflict, laptop, ")));
        QVERIFY(beside->filename.endsWith(QStringLiteral(").docx")));
        QCOMPARE(m_f->transfers->server.value(beside->id), QByteArray("mine"));
        // The copy is that file's now; the other is opened anew.
        Fixture::write(*path, "mine again");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(beside->id), QByteArray("mine again"), patience);
        const auto theirs = m_f->open(file.id);
        QVERIFY(theirs.has_value() && theirs != path);
        QCOMPARE(Fixture::read(*theirs), QByteArray("theirs"));
    }

    void changedThereBeforeItWasSavedHere()
    {
        const domain::File file = m_f->addFile(QStringLiteral("report.docx"), "base");
        const auto path = m_f->open(file.id);
        m_f->change(file, "theirs");
        Fixture::write(*path, "mine");
        QTRY_VERIFY_WITH_TIMEOUT(conflictOf(file), patience);
        QCOMPARE(m_f->transfers->server.value(conflictOf(file)->id), QByteArray("mine"));
        QCOMPARE(m_f->transfers->server.value(file.id), QByteArray("theirs"));
    }

    void renamedThereIsNoConflict()
    {
        domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        m_f->transfers->holdsUploads = true;
        Fixture::write(*path, "mine");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->uploads().size(), 1, patience);
        file.filename = QStringLiteral("b.txt");
        m_f->change(file, "base");
        m_f->transfers->holdsUploads = false;
        m_f->transfers->nudge();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(file.id), QByteArray("mine"), patience);
        QCOMPARE(m_f->transfers->rows.size(), 1);
        QCOMPARE(m_f->transfers->rows.value(file.id).filename, QStringLiteral("b.txt"));
    }

    void trashedThereBecomesAFileAgain()
    {
        domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        file.isDeleted = true;
        file.revision = ++m_f->transfers->revision;
        m_f->apply(file);
        Fixture::write(*path, "mine");
        QTRY_VERIFY_WITH_TIMEOUT(conflictOf(file), patience);
        QCOMPARE(conflictOf(file)->filename, QStringLiteral("a.txt"));
        QCOMPARE(m_f->transfers->server.value(conflictOf(file)->id), QByteArray("mine"));
    }

    void newerVersionDoesNotReplaceAnOpenedCopy()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "old");
        QVERIFY(m_f->keep(ItemRef::of(file.id)).has_value());
        QTRY_VERIFY(m_f->isHere(file));
        const auto path = m_f->open(file.id);
        m_f->change(file, "new");
        QTRY_COMPARE(m_f->row(file)->sha256, hash("new"));
        QCOMPARE(Fixture::read(*path), QByteArray("old"));
        const auto newer = m_f->open(file.id);
        QVERIFY(newer.has_value() && newer != path);
        QCOMPARE(Fixture::read(*newer), QByteArray("new"));
    }

    void refreshWaitsForAnEdit()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "old");
        QVERIFY(m_f->keep(ItemRef::of(file.id)).has_value());
        QTRY_VERIFY(m_f->isHere(file));
        const auto path = m_f->open(file.id);
        Fixture::write(*path, "mine");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(file.id), QByteArray("mine"), patience);
        QTRY_COMPARE(m_f->row(file)->sha256, hash("mine"));
        QVERIFY2(m_f->transfers->fetched == 1, "what was written here need not be fetched");
        QTRY_VERIFY(!QFile::exists(m_f->kept("old")));
    }

    void savedUnderAnotherNameIsToldBeforeItGoes()
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        const QString folder = path->left(path->lastIndexOf(QLatin1Char('/')));
        Fixture::write(folder + QStringLiteral("/other.txt"), "work");
        QCOMPARE(m_f->content->unsentEdits(), QStringList{QStringLiteral("other.txt")});
        m_f->content->setLimit(1);
        QTRY_VERIFY(!QFile::exists(*path));
        QCOMPARE(Fixture::read(folder + QStringLiteral("/other.txt")), QByteArray("work"));
    }

private:
    void saved(const std::function<void(const QString &, const QByteArray &)> &save)
    {
        const domain::File file = m_f->addFile(QStringLiteral("a.txt"), "base");
        const auto path = m_f->open(file.id);
        QVERIFY(path.has_value());
        save(*path, "mine");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(file.id), QByteArray("mine"), patience);
        QTRY_VERIFY(m_f->content->unsentEdits().isEmpty());
        save(*path, "mine, again");
        QTRY_COMPARE_WITH_TIMEOUT(m_f->transfers->server.value(file.id), QByteArray("mine, again"), patience);
        QCOMPARE(m_f->transfers->rows.size(), 1);
        QCOMPARE(m_f->open(file.id), path);
    }
    [[nodiscard]] std::optional<domain::File> conflictOf(const domain::File &file) const
    {
        for (const domain::File &row : std::as_const(m_f->transfers->rows)) {
            if (row.id != file.id)
                return row;
        }
        return std::nullopt;
    }

    std::unique_ptr<Fixture> m_f;
};

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
