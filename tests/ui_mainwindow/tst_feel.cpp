// How the window feels while much arrives: fills a mirror from another thread under a real window and prints the longest
// work between two turns of its event loop, and what painting a row costs. Asserts that everything has arrived and that
// selection and place were kept; figures are for reading (LEARNLAB_DEEP=1: 100,000 rows).
#include "ui/browse/browse_page.h"
#include "ui/common/appearance.h"
#include "ui/mainwindow/main_window.h"
#include "ui_fakes/fake_backend.h"

#include "mirror/store.h"

#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <thread>

#include <ctime>

using namespace learnlab;
using tests::FakeBackend;

namespace {

constexpr int rowsOfPage = 1000;

domain::File numbered(int number, const QString &name)
{
    domain::FileId::Bytes id{1};
    for (int i = 0; i < 4; ++i)
        id[15 - i] = static_cast<quint8>(number >> (8 * i));
    const support::Timestamp when{std::chrono::hours(24 * 20'000)};
    return {.id = domain::FileId(id), .filename = name, .fileSize = number, .createdAt = when, .updatedAt = when,
            .contentSha256 = QByteArray(32, 'x'), .revision = number + 1};
}

mirror::ChangesPage pageOf(int first, const char *prefix)
{
    mirror::ChangesPage page;
    for (int i = 0; i < rowsOfPage; ++i)
        page.files.append(numbered(first + i, QStringLiteral("%1 %2.pdf").arg(QLatin1String(prefix)).arg(first + i)));
    return page;
}

/// What this thread has worked, in nanoseconds: other programs on the machine do not count.
qint64 worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// The longest work between two turns of the event loop.
class Pulse final : public QObject
{
public:
    Pulse()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, worked() - m_last);
            m_last = worked();
        });
    }
    void start()
    {
        m_longest = 0;
        m_last = worked();
        m_timer.start(0);
    }
    [[nodiscard]] double stop()
    {
        m_timer.stop();
        return static_cast<double>(m_longest) / 1e6;
    }

private:
    QTimer m_timer;
    qint64 m_last = 0;
    qint64 m_longest = 0;
};

} // namespace

class FeelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<ui::Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }
    void answersWhileRowsArrive();

private:
    void paint(ui::FileListView *list);

    std::unique_ptr<ui::Appearance> m_appearance;
};

void FeelTest::paint(ui::FileListView *list)
{
    QPixmap canvas(list->viewport()->size());
    QPainter painter(&canvas);
    list->viewport()->render(&painter);
    const qint64 before = worked();
    constexpr int rounds = 10;
    for (int i = 0; i < rounds; ++i)
        list->viewport()->render(&painter);
    const int rows = list->viewport()->height() / list->rowHeight(0);
    qInfo("painting: %.3f ms a row", static_cast<double>(worked() - before) / 1e6 / rounds / rows);
}

void FeelTest::answersWhileRowsArrive()
{
    const bool deep = qEnvironmentVariableIntValue("LEARNLAB_DEEP") != 0;
    const int before = deep ? 100'000 : 3000;
    const int more = deep ? 10'000 : 2000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    auto writer = mirror::openWriter(path);
    QVERIFY(writer);
    for (int first = 0; first < before; first += rowsOfPage)
        QVERIFY((*writer)->applyPage(pageOf(first, "old")));
    (void)(*writer)->takeChange();
    writer->reset();

    mirror::ReadPool pool(path);
    FakeBackend backend;
    backend.currentAccount = ui::Backend::Account{QStringLiteral("learnlab.example.edu"), {}};
    backend.session.state = session::State::Online;
    support::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    const support::SystemClock clock;
    ui::MainWindow window(backend, settings, clock);
    window.resize(1280, 800);
    window.show();
    backend.pool = &pool;
    Pulse pulse;
    pulse.start();
    Q_EMIT backend.accountChanged();
    auto *list = window.findChild<ui::BrowsePage *>()->list();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), before, 30'000);
    QTRY_VERIFY(list->model()->index(0, 0).data().isValid());
    qInfo("opening %d rows: longest block %.1f ms", before, pulse.stop());
    list->selectRow(before / 2);
    const QByteArray chosen = list->currentIndex().data(ui::IdRole).toByteArray();
    list->scrollTo(list->currentIndex(), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(list->verticalScrollBar()->value() > 0);
    const int top = list->rowViewportPosition(list->currentIndex().row());
    pulse.start();
    std::thread feed([&] {
        auto second = mirror::openWriter(path);
        for (int first = before; second && first < before + more; first += rowsOfPage) {
            if (!(*second)->applyPage(pageOf(first, first % (2 * rowsOfPage) == 0 ? "new" : "a")))
                break;
            QMetaObject::invokeMethod(&backend, [&backend, change = (*second)->takeChange()] { Q_EMIT backend.mirrorChanged(change); });
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), before + more, 60'000);
    feed.join();
    qInfo("%d rows arriving among %d: longest block %.1f ms", more, before, pulse.stop());
    QCOMPARE(list->currentIndex().data(ui::IdRole).toByteArray(), chosen);
    QCOMPARE(list->selectedCount(), 1);
    QTRY_COMPARE(list->rowViewportPosition(list->currentIndex().row()), top);
    paint(list);

    pulse.start();
    list->selectAll();
    QTRY_COMPARE(list->selectedCount(), before + more);
    Q_EMIT list->sortRequested(ui::FileColumn::Size, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->index(0, 0).data(ui::SizeRole).toLongLong() == before + more - 1, 30'000);
    qInfo("sorting %d selected rows: longest block %.1f ms", before + more, pulse.stop());
    QCOMPARE(list->selectedCount(), before + more);
    backend.pool = nullptr;
    Q_EMIT backend.accountChanged();
}

QTEST_MAIN(FeelTest)
#include "tst_feel.moc"
