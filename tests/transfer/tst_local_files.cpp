#include "give_name.h"
#include "local_io.h"
#include "paths.h"
#include "support/qt_scheduler.h"
#include "transfer/transfers.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace learnlab;
using namespace learnlab::transfer;
using domain::ErrorCode;

namespace {

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void put(const QByteArray &path, const QByteArray &bytes)
{
    // Not by QFile: it cannot make a name that is not UTF-8.
    const FileDescriptor file(::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    QVERIFY(file);
    QCOMPARE(::write(file.get(), bytes.constData(), static_cast<size_t>(bytes.size())), bytes.size());
}

QByteArray contentOf(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class LocalFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void digestsWholeAndParts();
    void emptyFile();
    void pausesAndGoesOn();
    void digestsWhileItIsWritten();
    void noticesAChangeWhileReading();
    void refusesWhatIsNoFile();
    void cancelledNeverCallsBack();
    void publishes();
    void publishRefusesOtherBytes();
    void whatWasDigestedOnArrivalIsNotReadAgain();
    void publishDoesNotReplaceUnasked();
    void namesAreGivenWhicheverWayTheDriveKnows_data();
    void namesAreGivenWhicheverWayTheDriveKnows();
    void anEndBeforeTheNameIsMadeGood();
    void publishesOnFat();
    void temporaryLinkIsNotFollowed();
    void everyRefusalOfTheSystemHasAState_data();
    void everyRefusalOfTheSystemHasAState();
    void copies();
    void pathsAreBounded();
    void aDriveThatWasUnmountedIsNotWrittenBeside();
    void planOfATree();
    void whatMayNotBeReadIsKnownBeforeItStarts();
    void planReusesFolders();

private:
    QByteArray at(const char *name) const { return m_folder + '/' + name; }

    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_folder;
    support::QtScheduler m_scheduler;
    std::unique_ptr<LocalFiles> m_files = makeLocalFiles(m_scheduler);
};

void LocalFilesTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_folder = QFile::encodeName(m_dir->path());
}

void LocalFilesTest::digestsWholeAndParts()
{
    const QByteArray bytes = QByteArray(3'000'000, 'x') + "end";
    put(at("a"), bytes);
    std::optional<domain::Result<LocalFiles::Digest>> got;
    int parts = 0;
    const auto job = m_files->digest(at("a"), {.partSize = 1'000'000, .part = [&](const domain::Part &) { ++parts; }},
                                     [&](auto digest) { got = std::move(digest); });
    QTRY_VERIFY(got);
    QVERIFY(got->has_value());
    QCOMPARE((*got)->sha256, hash(bytes));
    QCOMPARE((*got)->parts.size(), 4);
    QCOMPARE(parts, 4);
    QCOMPARE((*got)->parts.at(0).sha256, hash(bytes.left(1'000'000)));
    QCOMPARE((*got)->parts.at(3).sha256, hash("end"));
    QCOMPARE((*got)->parts.at(3).size, 3);
    QCOMPARE((*got)->stamp, *m_files->stamp(at("a")));
}

void LocalFilesTest::emptyFile()
{
    put(at("a"), {});
    std::optional<domain::Result<LocalFiles::Digest>> got;
    const auto job = m_files->digest(at("a"), {}, [&](auto digest) { got = std::move(digest); });
    QTRY_VERIFY(got);
    QCOMPARE((*got)->sha256, hash({}));
}

void LocalFilesTest::pausesAndGoesOn()
{
    put(at("a"), QByteArray(1000, 'x'));
    std::optional<domain::Result<LocalFiles::Digest>> got;
    int parts = 0;
    const auto job =
        m_files->digest(at("a"), {.partSize = 100, .upTo = 300, .part = [&](const domain::Part &) { ++parts; }},
                        [&](auto digest) { got = std::move(digest); });
    QTRY_COMPARE(parts, 3);
    QVERIFY(!got);
    job->proceed(500);
    QTRY_COMPARE(parts, 5);
    QVERIFY(!got);
    job->proceed(2000);
    QTRY_VERIFY(got);
    QCOMPARE(parts, 10);
    QCOMPARE((*got)->sha256, hash(QByteArray(1000, 'x')));
}

void LocalFilesTest::digestsWhileItIsWritten()
{
    // The end came first: what is between is not there yet, and must not be read.
    const QByteArray bytes = QByteArray(1'500'000, 'a') + QByteArray(1'500'000, 'b') + QByteArray(500'000, 'c');
    put(at("a"), bytes.left(1'500'000) + QByteArray(1'500'000, '\0') + bytes.right(500'000));
    std::optional<domain::Result<LocalFiles::Digest>> got;
    const auto job = m_files->digest(at("a"), {.upTo = 1'500'000, .total = bytes.size()},
                                     [&](auto digest) { got = std::move(digest); });
    QFile file(QFile::decodeName(at("a")));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(1'500'000));
    QCOMPARE(file.write(bytes.mid(1'500'000, 1'500'000)), qint64(1'500'000));
    file.close();
    job->proceed(bytes.size());
    QTRY_VERIFY(got);
    QVERIFY(got->has_value());
    QCOMPARE((*got)->sha256, hash(bytes));
    // Shorter than it was to be: no digest of less.
    got.reset();
    const auto longer =
        m_files->digest(at("a"), {.total = bytes.size() + 1}, [&](auto digest) { got = std::move(digest); });
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::LocalIo);
}

void LocalFilesTest::noticesAChangeWhileReading()
{
    put(at("a"), QByteArray(1000, 'x'));
    std::optional<domain::Result<LocalFiles::Digest>> got;
    int parts = 0;
    const auto job =
        m_files->digest(at("a"), {.partSize = 100, .upTo = 300, .part = [&](const domain::Part &) { ++parts; }},
                        [&](auto digest) { got = std::move(digest); });
    QTRY_COMPARE(parts, 3);
    put(at("b"), QByteArray(1000, 'y'));
    QCOMPARE(::rename(at("b").constData(), at("a").constData()), 0); // as editors save
    job->proceed(2000);
    QTRY_VERIFY(got);
    QVERIFY(!got->has_value());
    QCOMPARE(got->error().code, ErrorCode::LocalChanged);
}

void LocalFilesTest::refusesWhatIsNoFile()
{
    QCOMPARE(m_files->stamp(at("nothing")).error().code, ErrorCode::LocalVanished);
    QCOMPARE(m_files->stamp(m_folder).error().code, ErrorCode::LocalNotAFile);
    QCOMPARE(::mkfifo(at("pipe").constData(), 0600), 0);
    QCOMPARE(m_files->stamp(at("pipe")).error().code, ErrorCode::LocalNotAFile);
    QCOMPARE(openSource(at("pipe")).error().code, ErrorCode::LocalNotAFile);
    QCOMPARE(m_files->stamp("/dev/null").error().code, ErrorCode::LocalNotAFile);
    QCOMPARE(::symlink("circle", at("circle").constData()), 0);
    QCOMPARE(m_files->stamp(at("circle")).error().code, ErrorCode::LocalNotAFile);
    QCOMPARE(::symlink("nowhere", at("broken").constData()), 0);
    QCOMPARE(m_files->stamp(at("broken")).error().code, ErrorCode::LocalNotAFile);
    put(at("real"), "x");
    QCOMPARE(::symlink("real", at("link").constData()), 0);
    QCOMPARE(m_files->stamp(at("link")), m_files->stamp(at("real")));
}

void LocalFilesTest::cancelledNeverCallsBack()
{
    put(at("a"), QByteArray(5'000'000, 'x'));
    bool called = false;
    auto job = m_files->digest(at("a"), {}, [&](auto) { called = true; });
    job.reset();
    std::optional<domain::Result<LocalFiles::Digest>> other;
    const auto after = m_files->digest(at("a"), {}, [&](auto digest) { other = std::move(digest); });
    QTRY_VERIFY(other);
    QVERIFY(!called);
}

void LocalFilesTest::publishes()
{
    put(at("t"), "bytes");
    std::optional<domain::Result<void>> got;
    const auto job =
        m_files->publish(at("t"), at("final"), hash("bytes"), {.ownerOnly = true}, [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QVERIFY(got->has_value());
    QCOMPARE(contentOf(at("final")), QByteArray("bytes"));
    QVERIFY(!m_files->exists(at("t")));
    struct stat status = {};
    QCOMPARE(::stat(at("final").constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void LocalFilesTest::publishRefusesOtherBytes()
{
    put(at("t"), "bytez");
    std::optional<domain::Result<void>> got;
    const auto job = m_files->publish(at("t"), at("final"), hash("bytes"), {}, [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::DigestMismatch);
    QVERIFY(!m_files->exists(at("final")));
}

void LocalFilesTest::whatWasDigestedOnArrivalIsNotReadAgain()
{
    put(at("t"), "bytes");
    std::optional<domain::Result<void>> got;
    const auto publish = [&](const QByteArray &arrived, qint64 size) {
        got.reset();
        return m_files->publish(at("t"), at("final"), hash("bytes"),
                                {.replace = true, .arrived = arrived, .size = size},
                                [&](auto done) { got = std::move(done); });
    };
    const auto other = publish(hash("other"), 5);
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::DigestMismatch);
    QVERIFY(!m_files->exists(at("final")));
    put(at("t"), "by"); // less than arrived: it is read, and found out
    const auto shorter = publish(hash("bytes"), 5);
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::DigestMismatch);
    put(at("t"), "bytes");
    const auto good = publish(hash("bytes"), 5);
    QTRY_VERIFY(got);
    QVERIFY(got->has_value() && m_files->exists(at("final")));
}

void LocalFilesTest::publishDoesNotReplaceUnasked()
{
    put(at("t"), "new");
    put(at("final"), "old");
    std::optional<domain::Result<void>> got;
    auto job = m_files->publish(at("t"), at("final"), hash("new"), {}, [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QCOMPARE(got->error().code, ErrorCode::LocalExists);
    QCOMPARE(contentOf(at("final")), QByteArray("old"));
    got.reset();
    job = m_files->publish(at("t"), at("final"), hash("new"), {.replace = true}, [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QVERIFY(got->has_value());
    QCOMPARE(contentOf(at("final")), QByteArray("new"));
}

void LocalFilesTest::namesAreGivenWhicheverWayTheDriveKnows_data()
{
    QTest::addColumn<NameWay>("way");
    QTest::newRow("by a flag") << NameWay::ByFlag;
    QTest::newRow("by a link") << NameWay::ByLink;
    QTest::newRow("by a placeholder") << NameWay::ByPlaceholder;
}

void LocalFilesTest::namesAreGivenWhicheverWayTheDriveKnows()
{
    QFETCH(const NameWay, way);
    put(at("t"), "new");
    QVERIFY(giveName(at("t"), at("final"), way));
    QCOMPARE(contentOf(at("final")), QByteArray("new"));
    QVERIFY(!m_files->exists(at("t")));

    put(at("t"), "newer");
    QCOMPARE(giveName(at("t"), at("final"), way).error().code, ErrorCode::LocalExists);
    QCOMPARE(contentOf(at("final")), QByteArray("new"));
    put(at("empty"), {});
    QCOMPARE(giveName(at("t"), at("empty"), way).error().code, ErrorCode::LocalExists);
    QVERIFY(contentOf(at("empty")).isEmpty());
    QCOMPARE(::symlink("nowhere", at("link").constData()), 0);
    QCOMPARE(giveName(at("t"), at("link"), way).error().code, ErrorCode::LocalExists);
    QVERIFY(!m_files->exists(at("nowhere")));
    QCOMPARE(contentOf(at("t")), QByteArray("newer"));

    QCOMPARE(giveName(at("absent"), at("free"), way).error().code, ErrorCode::LocalVanished);
    QVERIFY(!m_files->exists(at("free"))); // nothing is left of an attempt
    struct stat status = {};
    QCOMPARE(::lstat(at("free").constData(), &status), -1);
}

/// The process ended, or the power, between the mark and the file in its place.
void LocalFilesTest::anEndBeforeTheNameIsMadeGood()
{
    put(at("t"), "new");
    put(at("final"), "LearnLab is about to put a file here: t\n");
    QVERIFY(!m_files->exists(at("final"))); // it is nothing of anybody's
    QVERIFY(giveName(at("t"), at("final"), NameWay::ByPlaceholder));
    QCOMPARE(contentOf(at("final")), QByteArray("new"));
    // Another one's mark stays: its file is on its way.
    put(at("t"), "new");
    put(at("other"), "LearnLab is about to put a file here: u\n");
    QCOMPARE(giveName(at("t"), at("other"), NameWay::ByPlaceholder).error().code, ErrorCode::LocalExists);
    // What only looks like it is somebody's file.
    put(at("text"), "LearnLab is about to put");
    QVERIFY(m_files->exists(at("text")));
}

/// A file system that knows neither hard links nor permissions, nor how not to replace: sticks and cards.
void LocalFilesTest::publishesOnFat()
{
    const auto run = [](const QString &program, const QStringList &arguments) {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(30000) && process.exitCode() == 0;
    };
    const QString image = QFile::decodeName(at("image"));
    const QString folder = QFile::decodeName(at("stick"));
    put(at("image"), {});
    QVERIFY(QFile::resize(image, 32 * 1024 * 1024) && QDir().mkpath(folder));
    if (!run(QStringLiteral("/sbin/mkfs.vfat"), {image}) ||
        !run(QStringLiteral("fusefat"), {QStringLiteral("-o"), QStringLiteral("rw+"), image, folder}))
        QSKIP("no FAT file system can be mounted here");
    const auto unmount = qScopeGuard([&folder] { ::umount2(QFile::encodeName(folder).constData(), MNT_DETACH); });
    std::optional<domain::Result<void>> got;
    const auto publish = [&](const QByteArray &bytes) {
        put(at("stick/t"), bytes);
        got.reset();
        return m_files->publish(at("stick/t"), at("stick/final"), hash(bytes), {},
                                [&](auto done) { got = std::move(done); });
    };
    const auto first = publish("bytes");
    QTRY_VERIFY_WITH_TIMEOUT(got, 30000);
    QVERIFY2(got->has_value(), got->has_value() ? "" : qPrintable(got->error().detail));
    QCOMPARE(contentOf(at("stick/final")), QByteArray("bytes"));
    const auto second = publish("others");
    QTRY_VERIFY_WITH_TIMEOUT(got, 30000);
    QCOMPARE(got->error().code, ErrorCode::LocalExists);
    QCOMPARE(contentOf(at("stick/final")), QByteArray("bytes"));
}

void LocalFilesTest::everyRefusalOfTheSystemHasAState_data()
{
    using Reason = domain::WaitReason;
    using Step = domain::NextStep;
    QTest::addColumn<int>("number");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<Step>("step");
    QTest::addColumn<bool>("passes"); // by itself
    const auto row = [](const char *name, int number, Reason reason, Step step, bool passes) {
        QTest::newRow(name) << number << reason << step << passes;
    };
    row("ENOENT", ENOENT, Reason::FileGone, Step::ChooseFile, false);
    row("EACCES", EACCES, Reason::FileUnreadable, Step::CheckFile, false);
    row("ELOOP", ELOOP, Reason::FileUnreadable, Step::CheckFile, false);
    row("EIO", EIO, Reason::FileUnreadable, Step::CheckFile, false);
    row("ENAMETOOLONG", ENAMETOOLONG, Reason::NameNotAllowed, Step::RenameFile, false);
    row("ENOSPC", ENOSPC, Reason::DiskFull, Step::FreeDiskSpace, true);
    row("EDQUOT", EDQUOT, Reason::DiskFull, Step::FreeDiskSpace, true);
    row("EROFS", EROFS, Reason::DriveReadOnly, Step::ChooseFolder, false);
    row("EFBIG", EFBIG, Reason::TooLarge, Step::ChooseFolder, false);
    row("ESTALE", ESTALE, Reason::DriveGone, Step::ConnectDrive, true);
    row("ENOTCONN", ENOTCONN, Reason::DriveGone, Step::ConnectDrive, true);
    row("ENODEV", ENODEV, Reason::DriveGone, Step::ConnectDrive, true);
    row("EMFILE", EMFILE, Reason::ComputerBusy, Step::Wait, true);
    row("ENFILE", ENFILE, Reason::ComputerBusy, Step::Wait, true);
    row("ENOMEM", ENOMEM, Reason::ComputerBusy, Step::Wait, true);
    row("EEXIST", EEXIST, Reason::NameTaken, Step::ResolveName, false);
}

void LocalFilesTest::everyRefusalOfTheSystemHasAState()
{
    QFETCH(const int, number);
    QFETCH(const domain::WaitReason, reason);
    QFETCH(const domain::NextStep, step);
    QFETCH(const bool, passes);
    domain::Transfer transfer;
    transfer.error = localError(number, "open");
    const bool waits = domain::consequenceOf(transfer.error->code) == domain::Consequence::RetryLater;
    QCOMPARE(waits, passes);
    transfer.state = waits ? domain::TransferState::Waiting : domain::TransferState::Failed;
    QCOMPARE(domain::standingOf(transfer).reason, reason);
    QCOMPARE(domain::standingOf(transfer).next, step);
}

void LocalFilesTest::temporaryLinkIsNotFollowed()
{
    put(at("real"), "bytes");
    QCOMPARE(::symlink("real", at("t").constData()), 0);
    std::optional<domain::Result<void>> got;
    const auto job = m_files->publish(at("t"), at("final"), hash("bytes"), {}, [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QVERIFY(!got->has_value());
}

void LocalFilesTest::copies()
{
    const QByteArray bytes(2'500'000, 'q');
    put(at("a"), bytes);
    std::optional<domain::Result<void>> got;
    const auto job = m_files->copy(at("a"), at("b"), [&](auto done) { got = done; });
    QTRY_VERIFY(got);
    QVERIFY(got->has_value());
    QCOMPARE(contentOf(at("b")), bytes);
}

void LocalFilesTest::pathsAreBounded()
{
    QCOMPARE(nextFreePath("/x/a.txt"), QByteArray("/x/a (2).txt"));
    QCOMPARE(nextFreePath("/x/a (2).txt"), QByteArray("/x/a (3).txt"));
    QCOMPARE(nextFreePath("/x/.hidden"), QByteArray("/x/.hidden (2)"));
    QCOMPARE(nextFreePath("/x/a (b).txt"), QByteArray("/x/a (b) (2).txt"));
    const QByteArray longName = "/x/" + QByteArray("\xc3\xa4").repeated(125) + ".txt";
    QVERIFY(nameOf(nextFreePath(longName)).size() <= 255);
    QVERIFY(!QString::fromUtf8(nameOf(nextFreePath(longName))).contains(QChar::ReplacementCharacter));
    QCOMPARE(temporaryPath("/x/y", "k1"), QByteArray("/x/.k1.learnlab-part"));
    QCOMPARE(folderOf("/a"), QByteArray("/"));
}

void LocalFilesTest::aDriveThatWasUnmountedIsNotWrittenBeside()
{
    const QByteArray folder = at("drive");
    QVERIFY(QDir().mkpath(QFile::decodeName(folder)));
    struct stat bare = {};
    struct stat root = {};
    QCOMPARE(::stat(folder.constData(), &bare), 0);
    if (::stat("/", &root) != 0 || root.st_dev != bare.st_dev)
        QSKIP("the temporary files are on a drive of their own");
    QVERIFY(!m_files->isBareMountPoint(folder, bare.st_dev));
    const quint64 drive = bare.st_dev + 1000; // that was mounted here
    QVERIFY(m_files->isBareMountPoint(folder, drive));
    QVERIFY(m_files->driveGone(folder + "/file", drive));
    QVERIFY(!m_files->isBareMountPoint(folder, 0)); // not known
    // Not a mount point, or in use since: whoever queued it here means what is here.
    put(folder + "/something", "x");
    QVERIFY(!m_files->isBareMountPoint(folder, drive));
    if (::mount("learnlab-test", folder.constData(), "tmpfs", 0, "size=1m") != 0)
        return; // takes root
    const auto unmount = qScopeGuard([&folder] { ::umount2(folder.constData(), MNT_DETACH); });
    QVERIFY(!m_files->isBareMountPoint(folder, drive)); // it is back, under another number
}

/// Root may read everything: this is somebody else for a moment.
void LocalFilesTest::whatMayNotBeReadIsKnownBeforeItStarts()
{
    put(at("mine"), "x");
    put(at("secret"), "x");
    const bool root = ::geteuid() == 0;
    QCOMPARE(::chmod(m_folder.constData(), 0755), 0);
    QCOMPARE(::chmod(at("mine").constData(), 0644), 0);
    QCOMPARE(::chmod(at("secret").constData(), 0), 0);
    support::SystemClock clock;
    support::SeededRandom random(1);
    const auto planner = makeUploadPlanner(
        {at("mine"), at("secret")}, domain::rootFolder, domain::OnConflict::Fail,
        [](domain::FolderId, const QString &) { return std::nullopt; }, clock, random);
    constexpr uid_t nobody = 65534;
    if (root && ::seteuid(nobody) != 0)
        QSKIP("root without its rights");
    const auto back = qScopeGuard([root] { return root ? ::seteuid(0) : 0; });
    const Plan plan = planner->next(10);
    Survey survey;
    addToSurvey(
        plan, [](domain::FolderId, const QString &) { return false; }, &survey);
    QCOMPARE(survey.files, 1);
    QCOMPARE(survey.refused, 1);
    QCOMPARE(survey.refusedExamples, QList<QByteArray>{at("secret")});
    QCOMPARE(plan.refused.first().error.code, ErrorCode::LocalUnreadable);
}

void LocalFilesTest::planOfATree()
{
    QDir(m_dir->path()).mkpath(QStringLiteral("D/empty"));
    QDir(m_dir->path()).mkpath(QStringLiteral("D/sub"));
    put(at("D/a.txt"), "a");
    put(at("D/sub/b.pdf"), {});
    put(at("D/bad\xff"), "x");
    QCOMPARE(::mkfifo(at("D/pipe").constData(), 0600), 0);
    QCOMPARE(::symlink("..", at("D/up").constData()), 0);
    QCOMPARE(::symlink("a.txt", at("D/link.txt").constData()), 0);
    support::SystemClock clock;
    support::SeededRandom random(1);
    const auto planner = makeUploadPlanner(
        {at("D/"), at("gone")}, domain::rootFolder, domain::OnConflict::Fail,
        [](domain::FolderId, const QString &) { return std::nullopt; }, clock, random);
    const Plan plan = planner->next(1000);
    QStringList folders;
    for (const domain::Operation &operation : plan.folders)
        folders.append(operation.name);
    QCOMPARE(folders.mid(0, 3), QStringList({QStringLiteral("D"), QStringLiteral("empty"), QStringLiteral("sub")}));
    QVERIFY(plan.folders.at(0).parentId.isNull());
    QCOMPARE(plan.folders.at(1).parentId, plan.folders.at(0).target.folderId());
    QMap<QString, domain::Transfer> files;
    for (const domain::Transfer &transfer : plan.transfers)
        files.insert(transfer.filename, transfer);
    QVERIFY(files.contains(QStringLiteral("a.txt")) && files.contains(QStringLiteral("link.txt")));
    QCOMPARE(files.value(QStringLiteral("b.pdf")).mimeType, QStringLiteral("application/pdf"));
    QCOMPARE(files.value(QStringLiteral("b.pdf")).folderId, plan.folders.at(2).target.folderId());
    QMap<QByteArray, ErrorCode> refused;
    for (const Plan::Refused &one : plan.refused)
        refused.insert(nameOf(one.localPath), one.error.code);
    QCOMPARE(refused.value("bad\xff"), ErrorCode::LocalNameInvalid);
    QCOMPARE(refused.value("pipe"), ErrorCode::LocalNotAFile);
    QCOMPARE(refused.value("gone"), ErrorCode::LocalVanished);
    QVERIFY(plan.transfers.size() < 10);                // the link upwards did not lead round and round
    QCOMPARE(::unlink(at("D/bad\xff").constData()), 0); // which QTemporaryDir could not
}

void LocalFilesTest::planReusesFolders()
{
    QDir(m_dir->path()).mkpath(QStringLiteral("D"));
    put(at("D/a"), "a");
    support::SystemClock clock;
    support::SeededRandom random(1);
    const auto known = domain::makeId<domain::FolderId>(clock, random);
    const auto planner = makeUploadPlanner(
        {at("D")}, domain::rootFolder, domain::OnConflict::Fail,
        [known](domain::FolderId, const QString &) { return known; }, clock, random);
    const Plan plan = planner->next(1000);
    QVERIFY(plan.folders.isEmpty());
    QCOMPARE(plan.transfers.at(0).folderId, known);
    QCOMPARE(plan.bytes, 1);
}

QTEST_GUILESS_MAIN(LocalFilesTest)
#include "tst_local_files.moc"
