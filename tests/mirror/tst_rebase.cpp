#include "fixture.h"

#include <QTest>

#include <map>

using namespace learnlab;
using namespace learnlab::tests;

namespace {

/// Where a row is, as far as operations can change it.
struct Spot
{
    FolderId parent;
    QString name;
    bool trashed = false;
    friend bool operator==(const Spot &, const Spot &) = default;
};

struct ServerRow
{
    std::optional<Folder> folder;
    std::optional<File> file;
    [[nodiscard]] Spot spot() const
    {
        return folder ? Spot{folder->parentId, folder->name, folder->trashed}
                      : Spot{file->folderId, file->filename, file->isDeleted};
    }
};

using Key = std::pair<int, std::array<quint8, 16>>;

Key keyOf(const ItemRef &ref)
{
    return {static_cast<int>(ref.kind), ref.id};
}

/// Server and client side by side, and the rule of the mirror in its plainest form: what the server said last, with the
/// operations not answered yet applied again in order.
class Model
{
public:
    explicit Model(quint64 seed) : m_random(seed) {}

    void step()
    {
        switch (m_random.below(8)) {
        case 0:
            serverMakes();
            break;
        case 1:
            serverChanges();
            break;
        case 2:
        case 3:
        case 4:
            clientActs();
            break;
        case 5:
            serverAnswers();
            break;
        case 6:
            clientForgets();
            break;
        default:
            pull();
        }
    }

    void compare()
    {
        std::map<Key, Spot> expected;
        for (const auto &[key, row] : m_pulled)
            expected[key] = row.spot();
        for (const Operation &operation : std::as_const(m_pending)) {
            const Key key = keyOf(operation.target);
            if (operation.kind == OperationKind::CreateFolder || expected.contains(key))
                apply(&expected[key], operation);
        }
        QCOMPARE(m_f.reader().fileCount() + m_f.reader().folderCount(),
                 qint64(std::count_if(expected.begin(), expected.end(),
                                      [](const auto &entry) { return !entry.second.trashed; })));
        for (const auto &[key, spot] : expected)
            QCOMPARE(shown({static_cast<ItemKind>(key.first), key.second}), std::optional(spot));
    }

    void end()
    {
        while (!m_pending.isEmpty())
            serverAnswers();
        pull();
        compare();
        QVERIFY(m_f.namesAreTrue());
    }

    [[nodiscard]] qsizetype accepted() const { return m_accepted; }

private:
    static void apply(Spot *spot, const Operation &operation)
    {
        switch (operation.kind) {
        case OperationKind::CreateFolder:
            *spot = {operation.parentId, operation.name, false};
            break;
        case OperationKind::Rename:
            spot->name = operation.name;
            break;
        case OperationKind::Move:
            spot->parent = operation.parentId;
            break;
        case OperationKind::Trash:
            spot->trashed = true;
            break;
        case OperationKind::Restore:
            break;
        }
    }

    [[nodiscard]] std::optional<Spot> shown(const ItemRef &ref) const
    {
        if (ref.kind == ItemKind::Folder) {
            const std::optional<Folder> folder = m_f.reader().folder(ref.folderId());
            return folder ? std::optional(Spot{folder->parentId, folder->name, folder->trashed}) : std::nullopt;
        }
        const std::optional<File> file = m_f.reader().file(ref.fileId());
        return file ? std::optional(Spot{file->folderId, file->filename, file->isDeleted}) : std::nullopt;
    }

    QByteArray freshName() { return "n" + QByteArray::number(++m_names); }

    template <class Map>
    auto pick(Map &map)
    {
        return std::next(map.begin(), static_cast<qsizetype>(m_random.below(map.size())));
    }

    FolderId someFolder(const std::map<Key, ServerRow> &rows)
    {
        for (int tries = 0; tries < 3 && !rows.empty(); ++tries) {
            const auto row = pick(rows);
            if (row->second.folder)
                return row->second.folder->id;
        }
        return {};
    }

    void serverMakes()
    {
        const FolderId parent = someFolder(m_server);
        if (m_random.below(3) == 0) {
            const Folder folder = m_f.folder(freshName().constData());
            m_server[keyOf(ItemRef::of(folder.id))] = {folder, {}};
        } else {
            const File file = m_f.file(freshName().constData(), parent);
            m_server[keyOf(ItemRef::of(file.id))] = {{}, file};
        }
    }

    void serverChanges()
    {
        if (m_server.empty())
            return;
        ServerRow &row = pick(m_server)->second;
        const FolderId parent = someFolder(m_server);
        if (row.folder) {
            row.folder = m_f.revised(*row.folder);
            row.folder->name = QString::fromLatin1(freshName());
            row.folder->trashed = m_random.below(4) == 0;
        } else {
            row.file = m_f.revised(*row.file);
            row.file->folderId = parent;
            row.file->isDeleted = m_random.below(4) == 0;
        }
    }

    /// Some of what changed, in any order, now and then with what is old.
    void pull()
    {
        QList<Folder> folders;
        QList<File> files;
        for (const auto &[key, row] : m_server) {
            if (row.folder)
                folders.append(*row.folder);
            else
                files.append(*row.file);
        }
        const std::map<Key, ServerRow> before = m_pulled;
        m_f.pull(folders, files);
        m_pulled = m_server;
        if (m_random.below(4) != 0)
            return;
        folders.clear();
        files.clear();
        for (const auto &[key, row] : before) {
            if (row.folder)
                folders.append(*row.folder);
            else
                files.append(*row.file);
        }
        m_f.pull(folders, files);
    }

    void clientActs()
    {
        Operation operation;
        if (m_pulled.empty() || m_random.below(4) == 0) {
            operation = m_f.operation(OperationKind::CreateFolder, ItemRef::of(m_f.id<FolderId>()),
                                      freshName().constData(), someFolder(m_pulled));
        } else {
            const Key key = pick(m_pulled)->first;
            const ItemRef target{static_cast<ItemKind>(key.first), key.second};
            const quint64 what = m_random.below(5);
            if (what < 2)
                operation = m_f.operation(OperationKind::Rename, target, freshName().constData());
            else if (what < 4)
                operation = m_f.operation(OperationKind::Move, target, "", someFolder(m_pulled));
            else
                operation = m_f.operation(OperationKind::Trash, target);
        }
        if (m_f.queue(operation)) {
            m_pending.append(operation);
            ++m_accepted;
        }
    }

    void serverAnswers()
    {
        if (m_pending.isEmpty())
            return;
        const Operation operation = m_pending.takeFirst();
        const Key key = keyOf(operation.target);
        OperationResult result;
        result.id = operation.id;
        const bool known = operation.kind == OperationKind::CreateFolder || m_server.contains(key);
        if (!known || m_random.below(3) == 0) {
            result.error = Error{ErrorCode::RevisionConflict, {}};
            withdrawIfCreated(operation);
        } else {
            carryOut(operation, &result);
        }
        QVERIFY(m_f.writer().finishOperation(result));
        QVERIFY(!result.error || m_f.writer().forgetOperation(operation.id));
    }

    void carryOut(const Operation &operation, OperationResult *result)
    {
        const Key key = keyOf(operation.target);
        if (operation.kind == OperationKind::CreateFolder) {
            Folder folder = m_f.folder(operation.name.toUtf8().constData(), operation.parentId);
            folder.id = operation.target.folderId();
            m_server[key] = {folder, {}};
        }
        ServerRow &row = m_server[key];
        Spot spot = row.spot();
        apply(&spot, operation);
        if (row.folder) {
            row.folder = m_f.revised(*row.folder);
            row.folder->parentId = spot.parent;
            row.folder->name = spot.name;
            row.folder->trashed = spot.trashed;
        } else {
            row.file = m_f.revised(*row.file);
            row.file->folderId = spot.parent;
            row.file->filename = spot.name;
            row.file->isDeleted = spot.trashed;
        }
        if (m_random.below(3) == 0)
            pull(); // the feed is quicker than the answer
        result->folder = row.folder;
        result->file = row.file;
        m_pulled[key] = row;
    }

    /// A folder that is not made takes its later operations along, here as there.
    void withdrawIfCreated(const Operation &operation)
    {
        if (operation.kind != OperationKind::CreateFolder)
            return;
        m_pending.removeIf([&](const Operation &other) { return other.target == operation.target; });
    }

    void clientForgets()
    {
        if (m_pending.isEmpty())
            return;
        const Operation operation =
            m_pending.at(static_cast<qsizetype>(m_random.below(static_cast<quint64>(m_pending.size()))));
        if (operation.kind == OperationKind::CreateFolder)
            return;
        m_pending.removeOne(operation);
        QVERIFY(m_f.writer().forgetOperation(operation.id));
    }

    Fixture m_f;
    support::SeededRandom m_random;
    std::map<Key, ServerRow> m_server;
    std::map<Key, ServerRow> m_pulled;
    QList<Operation> m_pending;
    int m_names = 0;
    qsizetype m_accepted = 0;
};

} // namespace

class TestRebase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheModel_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
    }
    void agreesWithTheModel()
    {
        QFETCH(quint64, seed);
        Model model(seed);
        for (int step = 0; step < 150; ++step) {
            model.step();
            model.compare();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(model.accepted() > 20, "the sequence did too little");
        model.end();
    }
};

QTEST_GUILESS_MAIN(TestRebase)
#include "tst_rebase.moc"
