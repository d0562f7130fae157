// The proof of upload: in the details pane, in its dialog, and as files. The receipt is one that another implementation
// made.
#include "domain/names.h"
#include "fakes/step_scheduler.h"
#include "proof_page.h"
#include "proof_words.h"
#include "receipts/receipt.h"
#include "ui/common/appearance.h"
#include "ui/details/details_pane.h"
#include "ui/details/proof_dialog.h"
#include "ui/models/error_text.h"
#include "ui/models/receipt_actions.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/mirror_fixture.h"

#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace learnlab;
using tests::FakeBackend;
using tests::MirrorFixture;

namespace {

QByteArray readGolden(const QString &name)
{
    QFile file(QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/server_receipts/golden/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

domain::Receipts goldenReceipts()
{
    const QJsonObject object = QJsonDocument::fromJson(readGolden(QStringLiteral("genuine.json"))).object();
    domain::Receipts told;
    told.receipts = {{object.value(QLatin1String("payload")).toString(),
                      object.value(QLatin1String("signature")).toString().toLatin1(),
                      object.value(QLatin1String("key_id")).toString()}};
    told.keys = readGolden(QStringLiteral("keys.json"));
    return told;
}

/// The server: gives its answers one after the other, the last for ever.
class ToldReceipts final : public ui::ReceiptActions
{
public:
    QList<domain::Result<domain::Receipts>> answers;
    int asked = 0;

    void receipts(domain::FileId, QObject *, Reply<domain::Receipts> reply) override
    {
        ++asked;
        reply(answers.size() > 1 ? answers.takeFirst() : answers.first());
    }
};

domain::Receipts stillReading()
{
    domain::Receipts told;
    told.retryAfter = std::chrono::seconds(1);
    return told;
}

} // namespace

class ProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_claims = *receipts::check(receipts::toJson(goldenReceipts().receipts.first()), goldenReceipts().keys).claims;
        m_mirror = std::make_unique<MirrorFixture>();
        m_server = std::make_unique<ToldReceipts>();
        m_server->answers = {goldenReceipts()};
        m_backend = std::make_unique<FakeBackend>();
        m_backend->pool = &m_mirror->pool();
        m_backend->receiptActions = m_server.get();
        m_backend->currentAccount = {QStringLiteral("learnlab.example.edu"), {}};
        m_file = m_mirror->file(1, m_claims.name, {}, m_claims.size);
        m_file.id = *domain::fromText<domain::FileId>(m_claims.fileId);
        m_file.contentSha256 = QByteArray::fromHex(m_claims.sha256);
        mirror::ChangesPage page;
        page.files = {m_file, m_mirror->file(2, QStringLiteral("other.txt"), {}, 5)};
        page.files[1].contentSha256 = QByteArray(32, 'x');
        m_mirror->apply(page);
        m_pane = std::make_unique<ui::DetailsPane>(*m_backend, m_clock);
        m_pane->resize(312, 900);
        m_pane->show();
    }
    void cleanup()
    {
        m_pane.reset();
        m_backend.reset();
        m_mirror.reset();
    }

    void whatTheServerHasReadIsVerified()
    {
        m_server->answers = {stillReading(), goldenReceipts()};
        select(m_file.id);
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_pane, "Checking…"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_pane, "SHA-256 verified"), 30'000);
        QCOMPARE(m_server->asked, 2);
        m_pane->reread(); // a change of something else
        QSignalSpy wanted(m_pane.get(), &ui::DetailsPane::proofRequested);
        button(*m_pane, "Proof of upload")->click();
        QCOMPARE(wanted.first().first().value<domain::FileId>(), m_file.id);
        QCOMPARE(m_server->asked, 2);
        // Of another content it says nothing.
        select(MirrorFixture::fileId(2));
        QTRY_VERIFY_WITH_TIMEOUT(!says(*m_pane, "SHA-256 verified"), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->asked, 3, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_pane, "SHA-256"), 30'000);
    }

    void whatTheServerDoesNotHaveIsTold()
    {
        domain::Receipts refused;
        refused.refused = {{9, {}, QStringLiteral("digest_mismatch")}};
        m_server->answers = {refused};
        select(m_file.id);
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_pane, "This copy differs from your file. Upload it again."), 30'000);
        domain::Receipts forged = goldenReceipts();
        forged.receipts.first().payload.replace(QStringLiteral("\"revision\":"), QStringLiteral("\"revision\":1"));
        m_server->answers = {forged};
        ui::ProofDialog dialog(*m_backend, m_file, nullptr);
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(saysPart(dialog, "does not stand up to the server's own keys"), 30'000);
        QVERIFY(!button(dialog, "Save PDF…")->isEnabled());
    }

    void withoutANetworkItIsAskedForLater()
    {
        m_server->answers = {tl::make_unexpected(domain::Error{domain::ErrorCode::Offline, {}}), goldenReceipts()};
        ui::ProofDialog dialog(*m_backend, m_file, nullptr);
        dialog.show();
        const QString sentence = ui::errorText({domain::ErrorCode::Offline, {}}).title;
        QTRY_VERIFY_WITH_TIMEOUT(saysPart(dialog, sentence.toUtf8()), 30'000);
        QVERIFY(!button(dialog, "Save JSON…")->isEnabled());
        session::Status online;
        online.state = session::State::Online;
        Q_EMIT m_backend->sessionChanged(online);
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, "Save JSON…")->isEnabled(), 30'000);
        QVERIFY(!saysPart(dialog, sentence.toUtf8()));
    }

    void itIsSavedForProgramsAndForPeople()
    {
        ui::ProofDialog dialog(*m_backend, m_file, nullptr);
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, "Save PDF…")->isEnabled(), 30'000);
        for (const QString &words : {m_claims.name, m_claims.username, QStringLiteral("learnlab.example.edu"),
                                     ui::inGroups(m_claims.sha256, 8)})
            QTRY_VERIFY2_WITH_TIMEOUT(saysPart(dialog, domain::displayName(words).toUtf8()), qPrintable(words), 30'000);
        const QByteArray json = saved(dialog, "Save JSON…", QStringLiteral("receipt.json"));
        QCOMPARE(receipts::check(json, goldenReceipts().keys).verdict, receipts::Verdict::Genuine);
        const QByteArray pdf = saved(dialog, "Save PDF…", QStringLiteral("proof.pdf"));
        QVERIFY(pdf.startsWith("%PDF-") && pdf.contains("/EmbeddedFile"));
        // Where nothing can be written it says so.
        chooseFile(dialog, "Save JSON…", QStringLiteral("/proc/none/receipt.json"));
        QTRY_VERIFY_WITH_TIMEOUT(saysPart(dialog, "could not be saved there"), 30'000);
    }

    void aProofIsOnePageWhateverTheName()
    {
        for (const QString &name :
             {QStringLiteral("a.txt"), QString(250, u'W') + QStringLiteral(".pdf"),
              QStringLiteral(
                  "\u0627\u0644\u062a\u0642\u0631\u064a\u0631 \u0627\u0644\u0646\u0647\u0627\u0626\u064a 4.pdf"),
              QStringLiteral("<b>it's</b> & \"so\".txt")}) {
            receipts::Claims claims = m_claims;
            claims.name = name;
            for (const bool mirrored : {false, true}) {
                // In its own words where they are built.
                QTranslator words;
                const QString language = mirrored ? QStringLiteral("ar") : QStringLiteral("de");
                if (words.load(QStringLiteral(LEARNLAB_BINARY_DIR "/app/desktop/learnlab_%1.qm").arg(language)))
                    QCoreApplication::installTranslator(&words);
                QLocale::setDefault(QLocale(language));
                const auto usual = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
                const QByteArray pdf =
                    ui::proofPdf({claims, "{}", QStringLiteral("learnlab.example.edu"), QGuiApplication::font(),
                                  QFontDatabase::systemFont(QFontDatabase::FixedFont), mirrored});
                QVERIFY2(pdf.contains("/Count 1\n"), qPrintable(name));
                keep(pdf, mirrored);
            }
        }
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("plain") << 100 << false;
        QTest::newRow("mirrored") << 100 << true;
        QTest::newRow("twice the text") << 200 << false;
    }
    void nothingIsCutOff()
    {
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        ui::Appearance appearance;
        appearance.setTextPercent(percent);
        appearance.setChoice(mirrored ? ui::Appearance::Choice::Dark : ui::Appearance::Choice::Light);
        m_file.filename = QString(120, u'W') + QStringLiteral(".pdf");
        ui::ProofDialog dialog(*m_backend, m_file, nullptr);
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(
            saysPart(dialog, m_claims.username.toUtf8()) && button(dialog, "Save PDF…")->isEnabled(), 30'000);
        const auto labels = dialog.findChildren<QLabel *>();
        const auto whole = [](const QLabel *label) {
            return !label->isVisible() || (label->height() >= label->heightForWidth(label->width()) &&
                                           label->width() >= label->minimumSizeHint().width());
        };
        keepPicture(dialog, "dialog");
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(labels.begin(), labels.end(), whole), 30'000);
        ui::DetailsPane pane(*m_backend, m_clock);
        pane.resize(ui::DetailsPane::leastWidth, 900);
        pane.setItems({domain::ItemRef::of(m_file.id)}, 1, {});
        pane.show();
        QTRY_VERIFY_WITH_TIMEOUT(says(pane, "SHA-256 verified"), 30'000);
        keepPicture(pane, "pane");
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theCommandCanBePasted()
    {
        QCOMPARE(
            ui::checkCommand(QStringLiteral("it's $(so).txt")),
            QStringLiteral("learnlab-cli verify-receipt receipt.json --keys keys.json --file 'it'\\''s $(so).txt'"));
        QCOMPARE(ui::keysAddress(QStringLiteral("learnlab.example.edu")),
                 QStringLiteral("https://learnlab.example.edu/api/v2/receipt-keys"));
        QVERIFY(ui::keysAddress(QStringLiteral("127.0.0.1:8080")).startsWith(QLatin1String("http://127.0.0.1:8080/")));
    }

private:
    void select(domain::FileId file) { m_pane->setItems({domain::ItemRef::of(file)}, 1, {}); }
    static bool says(const QWidget &in, const char *words)
    {
        const auto labels = in.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
            return label->isVisible() && label->text() == QString::fromUtf8(words);
        });
    }
    static bool saysPart(const QWidget &in, const QByteArray &words)
    {
        const auto labels = in.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() &&
                   label->text().remove(QChar(0x200b)).contains(QString::fromUtf8(words), Qt::CaseInsensitive);
        });
    }
    static QPushButton *button(const QWidget &in, const char *text)
    {
        for (auto *one : in.findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == QString::fromUtf8(text))
                return one;
        }
        qFatal("no button %s", text);
    }
    static void chooseFile(const QWidget &dialog, const char *text, const QString &path)
    {
        button(dialog, text)->click();
        auto *files = dialog.findChild<QFileDialog *>();
        Q_EMIT files->fileSelected(path);
        files->close();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<QFileDialog *>(), 30'000);
    }
    QByteArray saved(const QWidget &dialog, const char *text, const QString &name)
    {
        const QString path = m_folder.filePath(name);
        chooseFile(dialog, text, path);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 30'000); }();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// To look at: LEARNLAB_KEEP_PAGES names a folder.
    void keep(const QByteArray &pdf, bool mirrored)
    {
        const QString folder = qEnvironmentVariable("LEARNLAB_KEEP_PAGES");
        QFile file(QDir(folder).filePath(
            QStringLiteral("proof-%1%2.pdf").arg(++m_kept).arg(mirrored ? QLatin1String("-rtl") : QLatin1String())));
        if (!folder.isEmpty() && (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()))
            QFAIL("cannot keep the page");
    }

    void keepPicture(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("LEARNLAB_KEEP_PAGES");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(
                QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name)).arg(++m_kept))));
    }

    fakes::FakeClock m_clock;
    const QTemporaryDir m_folder;
    int m_kept = 0;
    receipts::Claims m_claims;
    domain::File m_file;
    std::unique_ptr<MirrorFixture> m_mirror;
    std::unique_ptr<ToldReceipts> m_server;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<ui::DetailsPane> m_pane;
};

QTEST_MAIN(ProofTest)
#include "tst_proof.moc"
