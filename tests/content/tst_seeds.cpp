#include "fixture.h"

#include <QRandomGenerator>

using namespace learnlab;
using contentTest::Fixture;
using contentTest::hash;
using domain::ItemRef;

namespace {

/// One user, two folders, somebody else, and a program that may die: anything in any order.
class World
{
public:
    explicit World(quint32 seed) : m_random(seed)
    {
        m_folders = {m_f.addFolder(QStringLiteral("one")).id, m_f.addFolder(QStringLiteral("two")).id, {}};
        for (int i = 0; i < 4; ++i)
            m_files.append(m_f.addFile(QStringLiteral("%1.txt").arg(i), bytes(), m_folders.at(m_random.bounded(3))).id);
    }

    void step()
    {
        const domain::FileId file = m_files.at(m_random.bounded(m_files.size()));
        const ItemRef folder = ItemRef::of(m_folders.at(m_random.bounded(2)));
        switch (m_random.bounded(10)) {
        case 0:
            static_cast<void>(m_f.keep(folder));
            break;
        case 1:
            static_cast<void>(m_f.unkeep(folder));
            break;
        case 2:
            static_cast<void>(m_f.keep(ItemRef::of(file)));
            break;
        case 3:
            static_cast<void>(m_f.unkeep(ItemRef::of(file)));
            break;
        case 4:
            changeThere(file);
            break;
        case 5:
            m_f.content->setLimit(m_random.bounded(2) == 0 ? 0 : 400);
            break;
        case 6:
            m_f.transfers->holdsUploads = !m_f.transfers->holdsUploads;
            m_f.transfers->nudge();
            break;
        case 7:
            m_f.restart();
            break;
        default:
            edit(file);
        }
    }

    /// What the user saved is on the server, or still here.
    [[nodiscard]] bool nothingIsLost() const
    {
        return std::all_of(m_saved.begin(), m_saved.end(), [this](const QByteArray &saved) {
            return m_f.transfers->everHad.contains(hash(saved)) || QFile::exists(m_f.kept(saved)) || isInACopy(saved);
        });
    }

    /// With a network and room everything comes to rest as it should be.
    void comeToRest()
    {
        m_f.content->setLimit(0);
        m_f.transfers->holdsUploads = false;
        m_f.transfers->nudge();
        const auto atRest = [this] {
            m_f.settle();
            return m_f.content->unsentEdits().isEmpty() && m_f.store->read().unfinishedTransfers().isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(atRest(), 60000);
        for (const QByteArray &saved : std::as_const(m_saved))
            QVERIFY2(m_f.transfers->everHad.contains(hash(saved)), saved);
        QTRY_VERIFY_WITH_TIMEOUT(keptIsHere(), 30000);
    }

private:
    [[nodiscard]] QByteArray bytes()
    {
        return "version " + QByteArray::number(++m_version) + QByteArray(m_random.bounded(100), '.');
    }

    void edit(domain::FileId file)
    {
        const auto path = m_f.open(file);
        if (!path)
            return;
        const QByteArray now = bytes();
        if (m_random.bounded(2) == 0)
            Fixture::write(*path, now);
        else
            Fixture::writeAnew(*path, now);
        m_saved.insert(*path, now); // over what the user had there before
        if (m_random.bounded(3) == 0)
            m_f.restart(); // before anybody has looked
        m_f.settle();      // what is saved over before that is the user's own doing
    }

    void changeThere(domain::FileId id)
    {
        domain::File file = m_f.transfers->rows.value(id);
        if (m_random.bounded(2) == 0)
            file.folderId = m_folders.at(m_random.bounded(3));
        m_f.change(file, m_random.bounded(2) == 0 ? m_f.transfers->server.value(id) : bytes());
    }

    [[nodiscard]] bool isInACopy(const QByteArray &saved) const
    {
        const QList<mirror::OpenedCopy> copies = m_f.store->read().openedCopies();
        return std::any_of(copies.begin(), copies.end(), [&](const mirror::OpenedCopy &copy) {
            return Fixture::read(m_f.dir.filePath(QStringLiteral("open/") + copy.place + QLatin1Char('/') +
                                                  QFile::decodeName(copy.name))) == saved;
        });
    }

    [[nodiscard]] bool keptIsHere() const
    {
        const mirror::Reader &reader = m_f.store->read();
        return std::all_of(m_files.begin(), m_files.end(), [&](domain::FileId id) {
            const auto row = reader.content(id);
            const bool here = row && row->present && row->sha256 == reader.file(id)->contentSha256 &&
                              QFile::exists(m_f.kept(m_f.transfers->server.value(id)));
            return reader.isKept(ItemRef::of(id)) ? here && row->pinned : !row || !row->pinned;
        });
    }

    Fixture m_f;
    QRandomGenerator m_random;
    QList<domain::FolderId> m_folders;
    QList<domain::FileId> m_files;
    QHash<QString, QByteArray> m_saved; ///< by the path of the copy
    int m_version = 0;
};

} // namespace

/// Keeping and editing in any order, from a seed: LEARNLAB_SEED replays one.
class SeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anythingInAnyOrder_data()
    {
        QTest::addColumn<quint32>("seed");
        const QByteArray wanted = qgetenv("LEARNLAB_SEED");
        const int count = !wanted.isEmpty() ? 1 : qEnvironmentVariableIsSet("LEARNLAB_DEEP") ? 60 : 3;
        for (int i = 0; i < count; ++i) {
            const quint32 seed = wanted.isEmpty() ? QRandomGenerator::global()->generate() : wanted.toUInt();
            QTest::newRow("LEARNLAB_SEED=" + QByteArray::number(seed)) << seed;
        }
    }
    void anythingInAnyOrder()
    {
        QFETCH(quint32, seed);
        World world(seed);
        for (int i = 0; i < 20; ++i) {
            world.step();
            if (QTest::currentTestFailed())
                return;
            QVERIFY2(world.nothingIsLost(), "after step " + QByteArray::number(i));
        }
        world.comeToRest();
    }
};

QTEST_GUILESS_MAIN(SeedsTest)
#include "tst_seeds.moc"
