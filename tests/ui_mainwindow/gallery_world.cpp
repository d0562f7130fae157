#include "gallery_world.h"

#include "ui/browse/browse_page.h"

#include <QTest>

namespace learnlab::tests {

namespace {

using domain::TransferState;
using std::chrono::hours;
using std::chrono::minutes;

struct Entry
{
    const char *name;
    qint64 size;
    minutes age;
};

constexpr Entry latinFiles[] = {
    {"Assignment 3 – Dynamic programming.pdf", 1'800'000, minutes(74)},
    {"Assignment 3 – solutions draft.docx", 412'000, minutes(7)},
    {"benchmark-results.csv", 96'000, minutes(821)},
    {"dijkstra-notes.md", 12'000, minutes(8185)},
    {"Exam 2024 – mock questions.pdf", 640'000, minutes(11'383)},
    {"graph_traversal.py", 8'000, minutes(23)},
    {"interview-prof-okafor.m4a", 42'100'000, minutes(5)},
    {"lab-session-4.mp4", 1'200'000'000, minutes(8)},
    {"Lecture 07 – Greedy algorithms.pptx", 18'400'000, minutes(6)},
    {"route-planner-dataset.zip", 212'000'000, minutes(12)},
    {"Study group timetable.xlsx", 38'000, minutes(24'117)},
    {"whiteboard-2025-11-13.jpg", 3'400'000, minutes(9516)},
};

constexpr Entry arabicFiles[] = {
    {"الواجب 3 – البرمجة الديناميكية.pdf", 1'800'000, minutes(74)},
    {"مسودة الحل.docx", 412'000, minutes(7)},
    {"نتائج القياس.csv", 96'000, minutes(821)},
    {"ملاحظات ديكسترا.md", 12'000, minutes(8185)},
    {"أسئلة الاختبار 2024.pdf", 640'000, minutes(11'383)},
    {"graph_traversal.py", 8'000, minutes(23)},
    {"مقابلة 2.m4a", 42'100'000, minutes(5)},
    {"تسجيل المختبر 4.mp4", 1'200'000'000, minutes(8)},
    {"المحاضرة 7.pptx", 18'400'000, minutes(6)},
    {"route-planner-dataset.zip", 212'000'000, minutes(12)},
    {"جدول المجموعة.xlsx", 38'000, minutes(24'117)},
    {"السبورة 13-11-2025.jpg", 3'400'000, minutes(9516)},
};

enum FileNumber { Draft = 2, Mock = 5, Interview = 7, Lab = 8, Lecture = 9, Dataset = 10 };

constexpr const char *latinFolders[] = {"Exercise sheets", "Lab recordings", "Lecture slides",
                                        "Project: route planner"};
constexpr const char *arabicFolders[] = {"أوراق التمارين", "تسجيلات المختبر", "شرائح المحاضرات", "المشروع"};

} // namespace

GalleryWorld::GalleryWorld(Words words)
{
    m_clock.jumpWallClock(hours(24 * 30) + hours(10) + minutes(45)); // late in January, a quarter to eleven
    m_settings = std::make_unique<support::Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
    fill(words);
    m_backend.sync = {.upToDate = true, .lastSync = m_clock.now() - minutes(3)};
    m_window = std::make_unique<ui::MainWindow>(m_backend, *m_settings, m_clock);
    m_window->engineStarted();
}

GalleryWorld::~GalleryWorld()
{
    m_window.reset(); // before the mirror, from which it reads
}

void GalleryWorld::fill(Words words)
{
    const bool arabic = words == Words::Arabic;
    mirror::ChangesPage page;
    page.folders = {m_mirror.folder(1, arabic ? QStringLiteral("الفصل الثالث") : QStringLiteral("Semester 3")),
                    m_mirror.folder(2, arabic ? QStringLiteral("الخوارزميات") : QStringLiteral("Algorithms"),
                                    MirrorFixture::folderId(1))};
    const auto dated = [&](auto row, minutes age) {
        row.updatedAt = m_clock.now() - age;
        return row;
    };
    for (int i = 0; i < 4; ++i) {
        page.folders.append(
            dated(m_mirror.folder(10 + i, QString::fromUtf8((arabic ? arabicFolders : latinFolders)[i]), home()),
                  minutes(93 + 900 * i)));
        for (int child = 0; child < 6 + 3 * i; ++child)
            page.files.append(m_mirror.file(100 + 20 * i + child, QStringLiteral("sheet %1.pdf").arg(child + 1),
                                            MirrorFixture::folderId(10 + i)));
    }
    int number = 0;
    for (const Entry &entry : arabic ? arabicFiles : latinFiles) {
        domain::File file =
            dated(m_mirror.file(++number, QString::fromUtf8(entry.name), home(), entry.size), entry.age);
        file.contentModifiedAt = file.updatedAt;
        page.files.append(file);
    }
    m_rows = number + 4;
    page.usage = domain::Usage{.bytesUsed = 12'400'000'000, .files = 340, .quota = 20'000'000'000};
    page.profile = domain::User{.id = domain::UserId({7}),
                                .email = QStringLiteral("maya.lindqvist@example.edu"),
                                .username = QStringLiteral("maya"),
                                .fullName = arabic ? QStringLiteral("مايا حداد") : QStringLiteral("Maya Lindqvist")};
    m_mirror.apply(page);
    for (const auto &[kept, bytes] : {std::pair(int(Mock), 640'000), std::pair(12, 3'400'000)}) {
        if (!m_mirror.writer().setKept(domain::ItemRef::of(MirrorFixture::fileId(kept)), true) ||
            !m_mirror.writer().setContent({.fileId = MirrorFixture::fileId(kept),
                                           .sha256 = QByteArray(32, 'x'),
                                           .size = bytes,
                                           .pinned = true,
                                           .present = true}))
            qFatal("setContent");
    }
}

void GalleryWorld::open(const QSize &size)
{
    m_backend.currentAccount =
        ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {.username = QStringLiteral("maya")}};
    m_backend.pool = &m_mirror.pool();
    m_backend.session.state = session::State::Online;
    m_window->resize(size);
    Q_EMIT m_backend.accountChanged();
    Q_EMIT m_backend.sessionChanged(m_backend.session);
    m_window->show();
    m_window->activateWindow();
    auto *page = m_window->findChild<ui::BrowsePage *>();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_COMPARE(page->list()->model()->rowCount(), 1);
    Q_EMIT page->folderRequested(domain::toBlob(home()));
    QTRY_COMPARE(page->list()->model()->rowCount(), m_rows);
    QTRY_VERIFY(page->list()->model()->index(0, 0).data().isValid());
    page->list()->setFocus(Qt::OtherFocusReason);
}

void GalleryWorld::addLinks()
{
    struct Shared
    {
        int file;
        int days; ///< from now on; 0: without an end
        qint64 opened;
    };
    int number = 0;
    for (const Shared shared : {Shared{1, 7, 4}, Shared{9, 0, 31}, Shared{12, -2, 2}, Shared{5, 30, 0}}) {
        domain::Link link;
        link.id = domain::LinkId({5, static_cast<quint8>(++number)});
        link.fileId = MirrorFixture::fileId(shared.file);
        link.url =
            QStringLiteral("https://learnlab.example.edu/s/AZqPAAAAcACAAAAAAAAABHmVbeyQ0gXYXJ5ntDR1e%1").arg(number);
        link.createdAt = m_clock.now() - hours(shared.file);
        if (shared.days != 0)
            link.expiresAt = m_clock.now() + hours(24 * shared.days);
        link.hasPassword = shared.file == 5;
        link.opened = shared.opened;
        if (!m_mirror.writer().putLink(link))
            qFatal("putLink");
    }
    m_backend.linkActions = &m_links;
    Q_EMIT m_backend.mirrorChanged(m_mirror.writer().takeChange());
}

void GalleryWorld::goOffline()
{
    m_backend.session.state = session::State::Offline;
    Q_EMIT m_backend.sessionChanged(m_backend.session);
}

void GalleryWorld::addChanges()
{
    const auto queue = [this](int number, domain::OperationKind kind, domain::ItemRef target, const QString &name,
                              domain::FolderId parent) {
        const domain::Operation operation{.id = domain::OperationId({static_cast<quint8>(number)}),
                                          .kind = kind,
                                          .target = target,
                                          .parentId = parent,
                                          .name = name,
                                          .createdAt = m_clock.now() - minutes(number)};
        if (!m_mirror.writer().queueOperation(operation))
            qFatal("queueOperation");
    };
    queue(1, domain::OperationKind::Rename, domain::ItemRef::of(MirrorFixture::fileId(4)),
          QStringLiteral("dijkstra and A-star.md"), {});
    queue(2, domain::OperationKind::Move, domain::ItemRef::of(MirrorFixture::fileId(3)), {},
          MirrorFixture::folderId(13));
    queue(3, domain::OperationKind::Trash, domain::ItemRef::of(MirrorFixture::fileId(11)), {}, {});
    Q_EMIT m_backend.mirrorChanged(m_mirror.writer().takeChange());
}

domain::Transfer GalleryWorld::upload(int file, const QString &name, qint64 size, int group) const
{
    domain::Transfer transfer;
    transfer.id = domain::TransferId({9, static_cast<quint8>(file)});
    transfer.groupId = domain::TransferId({8, static_cast<quint8>(group)});
    transfer.fileId = MirrorFixture::fileId(file);
    transfer.folderId = file < 100 ? home() : MirrorFixture::folderId(13);
    transfer.filename = name;
    transfer.localPath = QByteArray("/home/maya/") + name.toUtf8();
    transfer.bytesTotal = size;
    transfer.createdAt = m_clock.now();
    return transfer;
}

void GalleryWorld::move(domain::Transfer transfer, double share)
{
    transfer.state = TransferState::Preparing;
    bool done = m_mirror.writer().updateTransfer(transfer).has_value();
    transfer.state = TransferState::Sending;
    transfer.bytesDone = static_cast<qint64>(static_cast<double>(transfer.bytesTotal) * share);
    done = done && m_mirror.writer().updateTransfer(transfer).has_value();
    if (!done)
        qFatal("updateTransfer");
    const qint64 speed = 9'100'000;
    const qint64 seconds = (transfer.bytesTotal - transfer.bytesDone) / speed + 1;
    m_backend.live.insert(transfer.id, {transfer.bytesDone, speed, std::chrono::seconds(seconds)});
}

void GalleryWorld::addTransfers()
{
    const QList<domain::Transfer> group{upload(220, QStringLiteral("astar.py"), 24'000, 1),
                                        upload(221, QStringLiteral("city-centre.png"), 8'300'000, 1),
                                        upload(222, QStringLiteral("README.md"), 4'000, 1),
                                        upload(223, QStringLiteral("dataset.bin"), 201'000'000, 1)};
    const auto existing = [this](FileNumber number, const Entry &entry, int groupNumber) {
        return upload(number, QString::fromUtf8(entry.name), entry.size, groupNumber);
    };
    const domain::Transfer lab = existing(Lab, latinFiles[7], 2);
    const domain::Transfer lecture = existing(Lecture, latinFiles[8], 3);
    domain::Transfer interview = existing(Interview, latinFiles[6], 4);
    domain::Transfer dataset = existing(Dataset, latinFiles[9], 5);
    domain::Transfer draft = existing(Draft, latinFiles[1], 6);
    mirror::Writer &writer = m_mirror.writer();
    bool done =
        writer.addTransferGroup({.id = group.first().groupId, .name = QStringLiteral("Project: route planner")})
            .has_value() &&
        writer.addTransfers(group + QList<domain::Transfer>{lab, lecture, interview, dataset, draft}).has_value();
    interview.state = TransferState::Paused;
    dataset.state = draft.state = TransferState::Failed;
    dataset.error = domain::Error{domain::ErrorCode::QuotaExceeded};
    draft.error = domain::Error{domain::ErrorCode::NameTaken};
    draft.stamp.mtimeNs = (m_clock.now() - minutes(7)).time_since_epoch().count() * 1000;
    for (const domain::Transfer &stopped : {interview, dataset, draft})
        done = done && writer.updateTransfer(stopped).has_value();
    if (!done)
        qFatal("transfers");
    m_conflict = draft;
    move(lab, 0.68);
    move(lecture, 0.81);
    move(group.at(1), 0.63);
    m_backend.summary = {.active = 5,
                         .waiting = 0,
                         .paused = 1,
                         .failed = 2,
                         .bytesDone = 920'000'000,
                         .bytesTotal = 1'430'000'000,
                         .bytesPerSecond = 24'000'000,
                         .sending = true,
                         .safeToClose = false,
                         .timeLeft = std::chrono::seconds(40)};
    Q_EMIT m_backend.mirrorChanged(writer.takeChange());
    Q_EMIT m_backend.transfersChanged();
}

} // namespace learnlab::tests
