// Names, places and trash, by POST /operations.

#include "stage_server.h"

#include <QTest>

#include <algorithm>

namespace {

QJsonObject operation(const char *kind, const char *target, const QString &id, QJsonObject more = {})
{
    more[QLatin1String("kind")] = QLatin1String(kind);
    more[QLatin1String("target")] = QLatin1String(target);
    more[QLatin1String("target_id")] = id;
    return more;
}

QJsonObject to(const QString &parent)
{
    return {{QStringLiteral("parent_id"), parent.isEmpty() ? QJsonValue() : QJsonValue(parent)}};
}

QString idOf(const QJsonObject &row)
{
    return row[QLatin1String("id")].toString();
}

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.start()); }
    void init()
    {
        m_user = m_stage.newUser();
        QVERIFY(m_user);
    }

    void foldersAreMadeOnce()
    {
        const auto first = m_user->createFolder(QStringLiteral("e\u0301t\u00e9"));
        QCOMPARE(first[QLatin1String("name")].toString(), QStringLiteral("\u00e9t\u00e9"));
        QJsonObject again{{QStringLiteral("kind"), QStringLiteral("create_folder")},
                          {QStringLiteral("folder_id"), newId()},
                          {QStringLiteral("parent_id"), QJsonValue()},
                          {QStringLiteral("name"), QStringLiteral("\u00e9t\u00e9")}};
        QCOMPARE(codeOf(m_user->operate(again)), QStringLiteral("name_taken"));
        again[QLatin1String("if_exists")] = QStringLiteral("use");
        QCOMPARE(idOf(m_user->operate(again)[QLatin1String("folder")].toObject()), idOf(first));
        m_user->upload(QStringLiteral("file"), "abc");
        again[QLatin1String("name")] = QStringLiteral("file");
        QCOMPARE(codeOf(m_user->operate(again)), QStringLiteral("name_taken"));
        again[QLatin1String("name")] = QStringLiteral("a/b");
        QCOMPARE(codeOf(m_user->operate(again)), QStringLiteral("name_invalid"));
        again[QLatin1String("parent_id")] = newId();
        again[QLatin1String("name")] = QStringLiteral("x");
        QCOMPARE(codeOf(m_user->operate(again)), QStringLiteral("parent_gone"));
    }

    void theSameOperationAnswersTheSame()
    {
        const QJsonObject create{{QStringLiteral("id"), newId()},
                                 {QStringLiteral("kind"), QStringLiteral("create_folder")},
                                 {QStringLiteral("folder_id"), newId()},
                                 {QStringLiteral("parent_id"), QJsonValue()},
                                 {QStringLiteral("name"), QStringLiteral("A")}};
        const auto first = m_user->operate(create);
        QCOMPARE(first[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(m_user->operate(create), first);
        auto other = create;
        other[QLatin1String("name")] = QStringLiteral("B");
        QCOMPARE(codeOf(m_user->operate(other)), QStringLiteral("operation_id_reused"));
        auto refused = create;
        refused[QLatin1String("id")] = newId();
        refused[QLatin1String("folder_id")] = newId();
        const auto no = m_user->operate(refused);
        QCOMPARE(codeOf(no), QStringLiteral("name_taken"));
        m_user->operate(operation("rename", "folder", create[QLatin1String("folder_id")].toString(),
                                  {{QStringLiteral("name"), QStringLiteral("C")}}));
        QCOMPARE(m_user->operate(refused), no);
    }

    void renameLooksAtRevisionsAndNames()
    {
        const auto a = m_user->createFolder(QStringLiteral("A"));
        m_user->createFolder(QStringLiteral("B"));
        const auto rename = [&](const char *name, const QJsonValue &condition) {
            return m_user->operate(
                operation("rename", "folder", idOf(a),
                          {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("if_revision"), condition}}));
        };
        QCOMPARE(codeOf(rename("B", QJsonValue())), QStringLiteral("name_taken"));
        const auto conflict = rename("C", 999)[QLatin1String("problem")].toObject();
        QCOMPARE(conflict[QLatin1String("code")].toString(), QStringLiteral("revision_conflict"));
        QCOMPARE(conflict[QLatin1String("revision")], a[QLatin1String("revision")]);
        QCOMPARE(rename("C", a[QLatin1String("revision")])[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(codeOf(rename("D", a[QLatin1String("revision")])), QStringLiteral("revision_conflict"));
        QCOMPARE(codeOf(m_user->operate(
                     operation("rename", "folder", newId(), {{QStringLiteral("name"), QStringLiteral("x")}}))),
                 QStringLiteral("not_found"));
    }

    void operationsDependOnEarlierOnes()
    {
        const auto folder = newId();
        const auto create = newId();
        const auto rename = newId();
        const QJsonObject after{{QStringLiteral("after"), create}};
        const QJsonObject afterRename{{QStringLiteral("after"), rename}};
        const QJsonArray all{
            QJsonObject{{QStringLiteral("id"), create},
                        {QStringLiteral("kind"), QStringLiteral("create_folder")},
                        {QStringLiteral("folder_id"), folder},
                        {QStringLiteral("parent_id"), QJsonValue()},
                        {QStringLiteral("name"), QStringLiteral("A")}},
            operation("rename", "folder", folder,
                      {{QStringLiteral("id"), rename},
                       {QStringLiteral("name"), QStringLiteral("B")},
                       {QStringLiteral("if_revision"), after}}),
            operation("rename", "folder", folder,
                      {{QStringLiteral("id"), newId()},
                       {QStringLiteral("name"), QStringLiteral("C")},
                       {QStringLiteral("if_revision"), after}}),
            operation("trash", "folder", folder,
                      {{QStringLiteral("id"), newId()}, {QStringLiteral("if_revision"), afterRename}}),
            operation("restore", "folder", folder,
                      {{QStringLiteral("id"), newId()},
                       {QStringLiteral("if_revision"), QJsonObject{{QStringLiteral("after"), newId()}}}}),
        };
        const auto results = m_user->post(QStringLiteral("/api/v2/operations"), {{QStringLiteral("operations"), all}})
                                 .json()[QLatin1String("results")]
                                 .toArray();
        QCOMPARE(results.size(), 5);
        QCOMPARE(results[1].toObject()[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(codeOf(results[2].toObject()), QStringLiteral("revision_conflict"));
        QCOMPARE(results[3].toObject()[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(codeOf(results[4].toObject()), QStringLiteral("dependency_failed"));
    }

    void manyShareATransactionAndOneThatIsRefusedStopsNobody()
    {
        const auto taken = newId();
        QJsonArray all{making(taken, "taken"), making(newId(), "taken")};
        const auto refused = all[1].toObject()[QLatin1String("id")].toString();
        all.append(operation("rename", "folder", taken,
                             {{QStringLiteral("id"), newId()},
                              {QStringLiteral("name"), QStringLiteral("x")},
                              {QStringLiteral("if_revision"), QJsonObject{{QStringLiteral("after"), refused}}}}));
        all.append(all[0]);
        auto other = making(newId(), "other");
        other[QLatin1String("id")] = all[0].toObject()[QLatin1String("id")];
        all.append(other);
        for (int i = 0; i < 115; ++i)
            all.append(making(newId(), QByteArray::number(i)));

        const auto results = send(all);
        QCOMPARE(results.size(), all.size());
        QCOMPARE(codeOf(results[1].toObject()), QStringLiteral("name_taken"));
        QCOMPARE(codeOf(results[2].toObject()), QStringLiteral("dependency_failed"));
        QCOMPARE(results[3], results[0]);
        QCOMPARE(codeOf(results[4].toObject()), QStringLiteral("operation_id_reused"));
        QCOMPARE(countDone(results), all.size() - 3);
        const auto mine =
            "WHERE user_id = (SELECT user_id FROM operation_results WHERE id = '" + refused.toLatin1() + "')";
        QCOMPARE(m_stage.sql("SELECT count(*) FROM folders " + mine), QByteArray("116"));
        QCOMPARE(m_stage.sql("SELECT count(DISTINCT xmin::text) FROM operation_results " + mine), QByteArray("3"));
        QCOMPARE(send(all), results);
    }

    void whatTheDatabaseRefusesUndoesNothingBeforeIt()
    {
        const auto other = idOf(m_user->createFolder(QStringLiteral("before")));
        // An id that is known already is seen only when the row is written.
        QJsonArray all{making(newId(), "a"), making(other, "b"), making(newId(), "c"), making(newId(), "poison"),
                       making(newId(), "d")};
        m_stage.sql("ALTER TABLE folders ADD CONSTRAINT no_poison CHECK (name <> 'poison')");
        const auto results = send(all);
        m_stage.sql("ALTER TABLE folders DROP CONSTRAINT no_poison");
        QCOMPARE(results.size(), all.size());
        QCOMPARE(results[0].toObject()[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(codeOf(results[1].toObject()), QStringLiteral("operation_id_reused"));
        QCOMPARE(results[2].toObject()[QLatin1String("status")].toString(), QStringLiteral("done"));
        QCOMPARE(codeOf(results[3].toObject()), QStringLiteral("internal"));
        QCOMPARE(codeOf(results[4].toObject()), QStringLiteral("internal"));
        const auto again = send(all);
        QCOMPARE(again[0], results[0]);
        QCOMPARE(again[2], results[2]);
        QCOMPARE(countDone(again), 4);
    }

    void movesKeepTheTreeATree()
    {
        const auto a = idOf(m_user->createFolder(QStringLiteral("A")));
        const auto b = idOf(m_user->createFolder(QStringLiteral("B"), a));
        const auto c = idOf(m_user->createFolder(QStringLiteral("C"), b));
        QCOMPARE(codeOf(m_user->operate(operation("move", "folder", a, to(c)))), QStringLiteral("folder_cycle"));
        QCOMPARE(codeOf(m_user->operate(operation("move", "folder", a, to(a)))), QStringLiteral("folder_cycle"));
        QCOMPARE(codeOf(m_user->operate(operation("move", "folder", a, to(newId())))), QStringLiteral("parent_gone"));
        m_user->createFolder(QStringLiteral("C"));
        QCOMPARE(codeOf(m_user->operate(operation("move", "folder", c, to({})))), QStringLiteral("name_taken"));
        auto withName = to({});
        withName[QLatin1String("name")] = QStringLiteral("C2");
        const auto moved =
            m_user->operate(operation("move", "folder", c, withName))[QLatin1String("folder")].toObject();
        QVERIFY(moved[QLatin1String("parent_id")].isNull());
        QCOMPARE(moved[QLatin1String("name")].toString(), QStringLiteral("C2"));
        m_user->operate(operation("trash", "folder", a));
        QCOMPARE(codeOf(m_user->operate(operation("move", "folder", c, to(b)))), QStringLiteral("parent_gone"));
        QCOMPARE(codeOf(m_user->operate(operation("move", "folder", b, to({})))), QStringLiteral("revision_conflict"));
    }

    void aTrashedFolderTakesItsFilesAlongAndBringsThemBack()
    {
        const auto a = idOf(m_user->createFolder(QStringLiteral("A")));
        const auto b = idOf(m_user->createFolder(QStringLiteral("B"), a));
        const auto deep = newFile(QStringLiteral("deep"), b);
        const auto earlier = newFile(QStringLiteral("earlier"), b);
        m_user->operate(operation("trash", "file", idOf(earlier)));
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        m_user->operate(operation("trash", "folder", a));
        // Only the folder is told; the file's row says why it is in the trash.
        const auto told = m_user->changes(cursor);
        QCOMPARE(told[QLatin1String("folders")].toArray().size(), 1);
        QCOMPARE(told[QLatin1String("files")].toArray().size(), 0);
        QCOMPARE(row(idOf(deep))[QLatin1String("trash_root")].toString(), a);
        QCOMPARE(row(idOf(deep))[QLatin1String("revision")], deep[QLatin1String("revision")]);
        QVERIFY(row(idOf(earlier))[QLatin1String("trash_root")].isNull());
        // The name is free for another.
        const auto other = m_user->createFolder(QStringLiteral("A"));
        QVERIFY(!other.isEmpty());
        const auto back = m_user->operate(operation("restore", "folder", a))[QLatin1String("folder")].toObject();
        QCOMPARE(back[QLatin1String("name")].toString(), QStringLiteral("A (2)"));
        QVERIFY(!back[QLatin1String("trashed")].toBool());
        QVERIFY(!row(idOf(deep))[QLatin1String("is_deleted")].toBool());
        QVERIFY(row(idOf(deep))[QLatin1String("trash_root")].isNull());
        QVERIFY(row(idOf(earlier))[QLatin1String("is_deleted")].toBool());
    }

    void trashWithinTrashKeepsItsOwnPlace()
    {
        const auto a = idOf(m_user->createFolder(QStringLiteral("A")));
        const auto b = idOf(m_user->createFolder(QStringLiteral("B"), a));
        const auto inA = newFile(QStringLiteral("in a"), a);
        const auto inB = newFile(QStringLiteral("in b"), b);
        m_user->operate(operation("trash", "folder", b));
        m_user->operate(operation("trash", "folder", a));
        QCOMPARE(row(idOf(inB))[QLatin1String("trash_root")].toString(), b);
        m_user->operate(operation("restore", "folder", a));
        QVERIFY(!row(idOf(inA))[QLatin1String("is_deleted")].toBool());
        QVERIFY(row(idOf(inB))[QLatin1String("is_deleted")].toBool());
        // With its parent in the trash, the folder comes back to the root.
        m_user->operate(operation("trash", "folder", a));
        const auto back = m_user->operate(operation("restore", "folder", b))[QLatin1String("folder")].toObject();
        QVERIFY(back[QLatin1String("parent_id")].isNull());
        QVERIFY(!row(idOf(inB))[QLatin1String("is_deleted")].toBool());
        QVERIFY(row(idOf(inA))[QLatin1String("is_deleted")].toBool());
    }

    void singleThingsComeOutOfATrashedFolder()
    {
        const auto a = idOf(m_user->createFolder(QStringLiteral("A")));
        const auto b = idOf(m_user->createFolder(QStringLiteral("B"), a));
        const auto file = newFile(QStringLiteral("f.txt"), a);
        const auto inB = newFile(QStringLiteral("g.txt"), b);
        newFile(QStringLiteral("f.txt"), {});
        m_user->operate(operation("trash", "folder", a));
        const auto back = m_user->operate(operation("restore", "file", idOf(file)))[QLatin1String("file")].toObject();
        QVERIFY(back[QLatin1String("folder_id")].isNull());
        QCOMPARE(back[QLatin1String("filename")].toString(), QStringLiteral("f (2).txt"));
        QVERIFY(!back[QLatin1String("is_deleted")].toBool());
        const auto folder = m_user->operate(operation("restore", "folder", b))[QLatin1String("folder")].toObject();
        QVERIFY(folder[QLatin1String("parent_id")].isNull());
        QVERIFY(!row(idOf(inB))[QLatin1String("is_deleted")].toBool());
        QVERIFY(row(idOf(inB))[QLatin1String("revision")].toInt() > inB[QLatin1String("revision")].toInt());
    }

    void purgeTakesWhatWentToTheTrashTogether()
    {
        const auto a = idOf(m_user->createFolder(QStringLiteral("A")));
        const auto b = idOf(m_user->createFolder(QStringLiteral("B"), a));
        const auto together = newFile(QStringLiteral("together"), b);
        const auto alone = newFile(QStringLiteral("alone"), b);
        m_user->operate(operation("trash", "file", idOf(alone)));
        QCOMPARE(codeOf(m_user->operate(operation("purge", "folder", a))), QStringLiteral("revision_conflict"));
        m_user->operate(operation("trash", "folder", a));
        QCOMPARE(m_user->operate(operation("purge", "folder", a))[QLatin1String("status")].toString(),
                 QStringLiteral("done"));
        QVERIFY(row(idOf(together)).isEmpty());
        QVERIFY(row(idOf(alone))[QLatin1String("folder_id")].isNull());
        const auto back = m_user->operate(operation("restore", "file", idOf(alone)))[QLatin1String("file")].toObject();
        QVERIFY(!back[QLatin1String("is_deleted")].toBool());
        QCOMPARE(m_user->download(idOf(alone)), QByteArray("alone"));
        QCOMPARE(m_stage.sql("SELECT count(*) FROM object_deletions"), QByteArray("1"));
    }

    void malformedRequestsNameTheMember()
    {
        const auto field = [&](const QByteArray &body) {
            const auto answer = m_user->send("POST", QStringLiteral("/api/v2/operations"), body);
            return answer.status == 400 ? answer.json()[QLatin1String("field")].toString()
                                        : QString::number(answer.status);
        };
        QCOMPARE(field("{}"), QStringLiteral("operations"));
        QCOMPARE(field("{\"operations\":[7]}"), QStringLiteral("operations[0]"));
        QCOMPARE(field("{\"operations\":[{\"id\":\"x\"}]}"), QStringLiteral("operations[0].id"));
        QCOMPARE(field("{\"operations\":[{\"id\":\"" + newId().toLatin1() + "\",\"kind\":\"explode\"}]}"),
                 QStringLiteral("operations[0].kind"));
        QCOMPARE(
            field("{\"operations\":[{\"id\":\"" + newId().toLatin1() + "\",\"kind\":\"trash\",\"target\":\"disk\"}]}"),
            QStringLiteral("operations[0].target"));
    }

private:
    static QJsonObject making(const QString &folder, const QByteArray &name)
    {
        return {{QStringLiteral("id"), newId()},
                {QStringLiteral("kind"), QStringLiteral("create_folder")},
                {QStringLiteral("folder_id"), folder},
                {QStringLiteral("parent_id"), QJsonValue()},
                {QStringLiteral("name"), QString::fromLatin1(name)}};
    }
    QJsonArray send(const QJsonArray &operations)
    {
        return m_user->post(QStringLiteral("/api/v2/operations"), {{QStringLiteral("operations"), operations}})
            .json()[QLatin1String("results")]
            .toArray();
    }
    static qsizetype countDone(const QJsonArray &results)
    {
        return std::count_if(results.begin(), results.end(), [](const QJsonValue &result) {
            return result.toObject()[QLatin1String("status")].toString() == QLatin1String("done");
        });
    }
    QJsonObject newFile(const QString &name, const QString &folder)
    {
        const auto content = name.toUtf8();
        return m_user
            ->upload(name, content,
                     {{QStringLiteral("folder_id"),
                       folder.isEmpty() ? QJsonValue() : QJsonValue(folder)}})[QLatin1String("file")]
            .toObject();
    }
    QJsonObject row(const QString &id)
    {
        for (const auto &file : m_user->changes()[QLatin1String("files")].toArray()) {
            if (idOf(file.toObject()) == id)
                return file.toObject();
        }
        return {};
    }

    StageServer m_stage;
    std::unique_ptr<Client> m_user;
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
