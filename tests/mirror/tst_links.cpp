// Public links in the mirror: as the feed tells them, and as the server answered.
#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFeedBringsThemAndTakesThemAway()
    {
        Fixture f;
        const File file = f.file("a.txt");
        const Link one = link(1, file.id);
        const Link two = link(2, file.id);
        pull(f, {file}, {one, two});
        QCOMPARE(f.reader().linksOf(file.id), QList<Link>({two, one}));
        QCOMPARE(f.reader().link(one.id), std::optional(one));
        Link gone = one;
        gone.revoked = true;
        pull(f, {}, {gone});
        QCOMPARE(f.reader().linksOf(file.id), QList<Link>({two}));
        // A file that is removed takes its links along.
        mirror::ChangesPage page;
        page.cursor = "later";
        page.removed = {{ItemRef::of(file.id), f.nextRevision()}};
        QVERIFY(f.writer().applyPage(page).has_value());
        QVERIFY(f.reader().links().isEmpty());
    }

    void aLinkMayComeBeforeItsFile()
    {
        Fixture f;
        const File file = f.file("late.txt", f.id<FolderId>());
        pull(f, {}, {link(1, file.id)});
        QCOMPARE(f.reader().links().size(), 1);
        QVERIFY(f.reader().links().first().name.isEmpty());
        pull(f, {file}, {});
        QCOMPARE(f.reader().links().first().name, QStringLiteral("late.txt"));
    }

    void trashClosesThem()
    {
        Fixture f;
        Folder folder = f.folder("F");
        const File file = f.file("a.txt", folder.id);
        f.pull({folder});
        pull(f, {file}, {link(1, file.id)});
        QVERIFY(f.reader().links().first().open);
        QCOMPARE(f.reader().links().first().path, QStringLiteral("/F"));
        folder = f.revised(folder);
        folder.trashed = true;
        f.pull({folder});
        QVERIFY(!f.reader().links().first().open);
    }

    void aWholePullSweepsWhatItDidNotBring()
    {
        Fixture f;
        const File file = f.file("a.txt");
        pull(f, {file}, {link(1, file.id), link(2, file.id)});
        QVERIFY(f.writer().beginResync().has_value());
        pull(f, {f.revised(file)}, {link(2, file.id)}, true);
        QCOMPARE(f.reader().links().size(), 2);
        pull(f, {}, {});
        QCOMPARE(f.reader().linksOf(file.id), QList<Link>({link(2, file.id)}));
    }

    void whatTheServerAnsweredIsThereAtOnce()
    {
        Fixture f;
        const File file = f.file("a.txt");
        pull(f, {file}, {link(1, file.id)});
        static_cast<void>(f.writer().takeChange());
        Link used = link(1, file.id);
        used.opened = 4;
        used.expiresAt = Timestamp(std::chrono::microseconds(7));
        used.hasPassword = true;
        QVERIFY(f.writer().putLink(used).has_value());
        QCOMPARE(f.reader().link(used.id), std::optional(used));
        QVERIFY(f.writer().takeChange().links);
        QVERIFY(f.writer().setLinks({link(3, file.id)}).has_value());
        QCOMPARE(f.reader().linksOf(file.id), QList<Link>({link(3, file.id)}));
        QVERIFY(f.writer().forgetLink(link(3, file.id).id).has_value());
        QVERIFY(f.reader().links().isEmpty());
    }

private:
    static Link link(int number, FileId file)
    {
        Link link;
        link.id = LinkId({1, static_cast<quint8>(number)});
        link.fileId = file;
        link.url = QStringLiteral("https://learnlab.example.org/s/%1").arg(number);
        link.createdAt = Timestamp(std::chrono::seconds(number));
        return link;
    }

    static void pull(Fixture &f, const QList<File> &files, const QList<Link> &links, bool more = false)
    {
        mirror::ChangesPage page;
        page.cursor = "cursor";
        page.more = more;
        page.files = files;
        page.links = links;
        QVERIFY(f.writer().applyPage(page).has_value());
    }
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
