// The details pane with its share section, and the place of all links: over a real mirror.
#include "fakes/step_scheduler.h"
#include "ui/details/details_pane.h"
#include "ui/details/links_page.h"
#include "ui/models/error_text.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/fake_links.h"
#include "ui_fakes/mirror_fixture.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace learnlab;
using tests::FakeBackend;
using tests::FakeLinks;
using tests::MirrorFixture;

namespace {

const domain::ItemRef essay = domain::ItemRef::of(MirrorFixture::fileId(1));

} // namespace

class DetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mirror = std::make_unique<MirrorFixture>();
        m_links = std::make_unique<FakeLinks>(m_mirror->writer());
        m_backend = std::make_unique<FakeBackend>();
        m_backend->pool = &m_mirror->pool();
        m_backend->linkActions = m_links.get();
        mirror::ChangesPage page;
        page.folders = {m_mirror->folder(1, QStringLiteral("Semester"))};
        page.files = {m_mirror->file(1, QStringLiteral("essay.pdf"), MirrorFixture::folderId(1), 1'842'119),
                      m_mirror->file(2, QStringLiteral("b.txt"), MirrorFixture::folderId(1), 500)};
        page.files[0].contentSha256 = QByteArray::fromHex("9f2c41d80000000000000000000000000000000000000000000000007be0c35a");
        m_mirror->apply(page);
        m_pane = std::make_unique<ui::DetailsPane>(*m_backend, m_clock);
        m_pane->resize(312, 800);
        m_pane->show();
    }
    void cleanup()
    {
        m_pane.reset();
        m_backend.reset();
        m_mirror.reset();
    }

    void tellsWhatIsKnownOfAFile()
    {
        m_pane->setItems({essay}, 1, MirrorFixture::folderId(1));
        QTRY_VERIFY(says("essay.pdf"));
        for (const char *words : {"PDF document", "1.8 MB (1,842,119 bytes)", "9f2c 41d8 … 7be0 c35a"})
            QTRY_VERIFY2(says(words), words);
        QSignalSpy asked(m_pane.get(), &ui::DetailsPane::folderRequested);
        QTRY_VERIFY(button("Semester"));
        button("Semester")->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<domain::FolderId>(), MirrorFixture::folderId(1));
        copyDigest()->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("9f2c41d8")));
    }

    void tellsOfManyWhatTheyComeTo()
    {
        m_pane->setItems({essay, domain::ItemRef::of(MirrorFixture::fileId(2)), domain::ItemRef::of(MirrorFixture::folderId(1))}, 3, {});
        QTRY_VERIFY(says("1.8 MB (1,842,619 bytes)"));
        QVERIFY(!button("Create link"));
        m_pane->setItems({}, 100'000, {});
        QTRY_VERIFY(!says("1.8 MB (1,842,619 bytes)"));
    }

    void nothingSelectedIsTheFolder()
    {
        m_pane->setItems({}, 0, MirrorFixture::folderId(1));
        QTRY_VERIFY(says("Semester"));
        QTRY_VERIFY(saysPart("2 item"));
        m_pane->setItems({}, 0, {});
        QTRY_VERIFY(says("Select a file to see what is known of it, and to share it."));
    }

    void aLinkIsMadeCopiedChangedAndWithdrawn()
    {
        m_pane->setItems({essay}, 1, {});
        QTRY_VERIFY(button("Create link"));
        combo()->setCurrentIndex(combo()->findData(7));
        button("Create link")->click();
        QVERIFY(m_links->lastWish.expiresAt == m_clock.now() + std::chrono::hours(7 * 24));
        QVERIFY(!m_links->lastWish.setsPassword);
        const QString url = QStringLiteral("https://learnlab.example.edu/s/link-1");
        QCOMPARE(QGuiApplication::clipboard()->text(), url);
        QTRY_VERIFY(button("Withdraw"));
        QCOMPARE(field()->text(), url);
        QGuiApplication::clipboard()->clear();
        button("Copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), url);

        button("Change")->click();
        password()->setText(QStringLiteral("open sesame"));
        button("Save")->click();
        QVERIFY(!m_links->lastWish.setsExpiry);
        QCOMPARE(m_links->lastWish.password, QStringLiteral("open sesame"));
        QTRY_VERIFY(saysPart("password"));

        button("Change")->click();
        m_pane->findChild<QCheckBox *>()->click();
        button("Save")->click();
        QVERIFY(m_links->lastWish.setsPassword && m_links->lastWish.password.isEmpty());
        QTRY_VERIFY(!saysPart("password"));

        button("Withdraw")->click();
        QTRY_VERIFY(button("Create link"));
        QCOMPARE(m_links->asked.join(QLatin1Char(' ')), QStringLiteral("make change change revoke"));
    }

    void whatTheServerSaysIsShownAndNothingIsLost()
    {
        m_pane->setItems({essay}, 1, {});
        QTRY_VERIFY(button("Create link"));
        password()->setText(QStringLiteral("short"));
        button("Create link")->click();
        QVERIFY(m_links->asked.isEmpty());
        QVERIFY(saysPart("8 to 72"));
        password()->setText(QStringLiteral("open sesame"));
        m_links->next = domain::Error{domain::ErrorCode::Offline, {}};
        button("Create link")->click();
        QVERIFY(button("Create link")->isEnabled());
        QVERIFY(saysPart(ui::errorText(domain::Error{domain::ErrorCode::Offline, {}}).title.toUtf8()));
        QCOMPARE(password()->text(), QStringLiteral("open sesame"));
    }

    void everyControlHasAName()
    {
        m_pane->setItems({essay}, 1, {});
        QTRY_VERIFY(button("Create link") && button("Semester"));
        for (const auto *widget : m_pane->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *one = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (one && !one->text().isEmpty()), widget->metaObject()->className());
        }
    }

    void allLinksInOnePlace()
    {
        for (int file = 1; file <= 2; ++file) {
            domain::Link link;
            link.id = domain::LinkId({static_cast<quint8>(file)});
            link.fileId = MirrorFixture::fileId(file);
            link.url = QStringLiteral("https://learnlab.example.edu/s/%1").arg(file);
            link.createdAt = m_clock.now() + std::chrono::hours(file);
            link.opened = 4;
            QVERIFY(m_mirror->writer().putLink(link).has_value());
        }
        ui::LinksPage page(*m_backend, m_clock);
        const QAbstractItemModelTester tester(page.model());
        page.resize(900, 600);
        page.show();
        page.setMirror(&m_mirror->pool());
        QTRY_COMPARE(page.model()->rowCount(), 2);
        QCOMPARE(page.model()->index(0, 0).data().toString(), QStringLiteral("b.txt"));
        page.refresh();
        QVERIFY(m_links->asked.contains(QStringLiteral("refresh")));
        page.list()->selectAll();
        const auto click = [&](const char *text) {
            for (auto *one : page.findChildren<QPushButton *>()) {
                if (one->text() == QLatin1String(text) && one->isEnabled())
                    return one->click();
            }
            QFAIL(text);
        };
        click("Copy link");
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 1);
        page.list()->setCurrentIndex(page.model()->index(1, 0));
        QSignalSpy shown(&page, &ui::LinksPage::showRequested);
        click("Show file");
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(shown.first().at(1).value<domain::ItemRef>(), essay);
        click("Withdraw");
        QTRY_COMPARE(page.model()->rowCount(), 1);
        QCOMPARE(page.model()->index(0, 0).data().toString(), QStringLiteral("b.txt"));
    }

private:
    bool says(const char *words) const
    {
        for (const auto *label : m_pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == QString::fromUtf8(words))
                return true;
        }
        return false;
    }
    bool saysPart(const char *words) const
    {
        for (const auto *label : m_pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(words), Qt::CaseInsensitive))
                return true;
        }
        return false;
    }
    QPushButton *button(const char *text) const
    {
        for (auto *one : m_pane->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == QLatin1String(text))
                return one;
        }
        return nullptr;
    }
    QToolButton *copyDigest() const
    {
        for (auto *one : m_pane->findChildren<QToolButton *>()) {
            if (one->accessibleName() == QLatin1String("Copy SHA-256"))
                return one;
        }
        return nullptr;
    }
    QComboBox *combo() const { return m_pane->findChild<QComboBox *>(); }
    QLineEdit *field() const
    {
        for (auto *one : m_pane->findChildren<QLineEdit *>()) {
            if (one->isReadOnly())
                return one;
        }
        return nullptr;
    }
    QLineEdit *password() const
    {
        for (auto *one : m_pane->findChildren<QLineEdit *>()) {
            if (one->echoMode() == QLineEdit::Password)
                return one;
        }
        return nullptr;
    }

    fakes::FakeClock m_clock;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<FakeLinks> m_links;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<ui::DetailsPane> m_pane;
};

QTEST_MAIN(DetailsTest)
#include "tst_details.moc"
