// Every screen in every language, with letters as designed and twice as large: nothing is cut off, every control has a
// name and can be hit, no word is left untranslated. LEARNLAB_DEEP looks at all of them in both sizes.
#include "gallery_world.h"
#include "screen_judge.h"

#include "file_actions.h"
#include "move_dialog.h"
#include "shortcut_sheet.h"
#include "ui/account/sign_in_page.h"
#include "ui/browse/browse_page.h"
#include "ui/common/appearance.h"
#include "ui/common/fonts.h"
#include "ui/common/side_bar.h"
#include "ui/details/details_pane.h"
#include "ui/details/links_page.h"
#include "ui/models/action_list_model.h"
#include "ui/settings/language.h"
#include "ui/settings/settings_dialog.h"
#include "ui/transfers/changes_dialog.h"
#include "ui/transfers/conflict_dialog.h"
#include "ui/transfers/history_dialog.h"
#include "ui/transfers/transfers_panel.h"
#include "ui/transfers/upload_question.h"
#include "ui_fakes/fake_settings.h"

#include <QAbstractAnimation>
#include <QApplication>
#include <QMenu>
#include <QScopeGuard>
#include <QTest>
#include <QTreeView>

using namespace learnlab;
using tests::GalleryWorld;
using tests::MirrorFixture;

namespace {

/// Puts every word into brackets: what is without them was not given to the translators.
class Brackets final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

bool rests(const QWidget &widget)
{
    const auto animations = widget.findChildren<QAbstractAnimation *>();
    return std::none_of(animations.cbegin(), animations.cend(),
                        [](const QAbstractAnimation *one) { return one->state() == QAbstractAnimation::Running; });
}

/// All of them, which a failure's message has no room for.
void report(QStringList complaints)
{
    complaints.removeDuplicates();
    for (const QString &complaint : std::as_const(complaints))
        qWarning("%s", qPrintable(complaint));
    QCOMPARE(complaints.size(), 0);
}

} // namespace

class EveryScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<ui::Appearance>(); }
    void cleanupTestCase();
    void fits_data();
    void fits();
    void isTranslated();

private:
    using Look = std::function<void(const QWidget &window, const char *screen)>;

    void visit(GalleryWorld &world, const Look &look);
    void visitWindow(GalleryWorld &world, const Look &look);
    void visitPlaces(GalleryWorld &world, const Look &look);
    void visitDialogs(GalleryWorld &world, const Look &look);
    void visitSettings(GalleryWorld &world, const Look &look);
    void visitSignIn(const Look &look);
    void show(QDialog &dialog, const char *name, const Look &look);

    std::unique_ptr<ui::Appearance> m_appearance;
    ui::Language m_language{QStringLiteral(LEARNLAB_BINARY_DIR "/app/desktop")};
};

void EveryScreenTest::cleanupTestCase()
{
    m_language.speak(QStringLiteral("en"));
    QApplication::setLayoutDirection(Qt::LeftToRight);
    m_appearance.reset();
}

void EveryScreenTest::visit(GalleryWorld &world, const Look &look)
{
    // Twice the text wants more room: the widths at which the layout changes count in it.
    world.open(ui::textScale() > 1 ? QSize(1920, 1080) : QSize(1280, 800));
    world.addTransfers();
    world.addLinks();
    visitWindow(world, look);
    visitPlaces(world, look);
    visitDialogs(world, look);
    visitSettings(world, look);
    visitSignIn(look);
}

void EveryScreenTest::visitWindow(GalleryWorld &world, const Look &look)
{
    ui::MainWindow &window = world.window();
    look(window, "files");
    auto *page = window.findChild<ui::BrowsePage *>();
    page->list()->selectRow(4);
    Q_EMIT page->list()->menuRequested(QPoint(300, 300));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    look(*menu, "menu");
    menu->close();
    QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
    auto *pane = window.findChild<ui::DetailsPane *>();
    QTRY_VERIFY(pane->isVisible());
    page->list()->selectRow(5);
    QCoreApplication::processEvents();
    look(window, "details");
    page->list()->selectAll();
    QCoreApplication::processEvents();
    look(window, "details of many");
    QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    auto *panel = window.findChild<ui::TransfersPanel *>();
    QTRY_VERIFY(panel->isVisible());
    for (const auto tab :
         {ui::TransferTab::Active, ui::TransferTab::Waiting, ui::TransferTab::Failed, ui::TransferTab::Done}) {
        panel->showTab(tab);
        look(window, "transfers");
    }
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(!panel->isVisible());
    const QSize usual = window.size();
    window.resize(QSize(720, 560) * std::min(ui::textScale(), 1.5));
    QCoreApplication::processEvents();
    look(window, "narrow");
    window.resize(usual);
    world.goOffline();
    QTRY_VERIFY(page->banner()->isVisible());
    look(window, "offline");
}

void EveryScreenTest::visitPlaces(GalleryWorld &world, const Look &look)
{
    auto *bar = world.window().findChild<ui::SideBar *>();
    for (const char *place : {"recent", "kinds", "largest", "offline", "links", "trash", "all"}) {
        Q_EMIT bar->activated(QLatin1String(place));
        QCoreApplication::processEvents();
        look(world.window(), place);
    }
}

void EveryScreenTest::show(QDialog &dialog, const char *name, const Look &look)
{
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    if (dialog.height() < dialog.sizeHint().height())
        dialog.resize(dialog.sizeHint()); // the test's screen is smaller than anybody's
    look(dialog, name);
    dialog.close();
}

void EveryScreenTest::visitDialogs(GalleryWorld &world, const Look &look)
{
    const domain::Transfer ours = world.conflict();
    const auto theirs = world.mirror().writer().read().rows({domain::ItemRef::of(ours.fileId)});
    ui::ConflictDialog conflict({ours, theirs.first(), 3, world.clock().now()}, &world.window());
    show(conflict, "conflict", look);
    const transfer::Survey survey{.files = 12'480,
                                  .folders = 310,
                                  .bytes = 9'700'000'000,
                                  .illegalElsewhere = 2,
                                  .present = 14,
                                  .illegalExamples = {"/home/maya/notes: week 1.md"},
                                  .presentExamples = {"/home/maya/astar.py"}};
    ui::UploadQuestion question({survey, 7'600'000'000}, QStringLiteral("Algorithms"), &world.window());
    show(question, "upload question", look);
    ui::MoveDialog move(world.mirror().pool(), {domain::ItemRef::of(MirrorFixture::fileId(1))}, &world.window());
    show(move, "move", look);
    QWidget owner;
    const ui::FileActions actions(&owner);
    ui::ShortcutSheet sheet(actions, &world.window());
    show(sheet, "shortcuts", look);
    Q_EMIT world.window().findChild<ui::BrowsePage *>()->banner()->actionTriggered(QStringLiteral("show-changes"));
    if (auto *changes = world.window().findChild<ui::ChangesDialog *>())
        show(*changes, "changes", look);
    for (QAction *action : world.window().actions()) {
        if (action->text() == QCoreApplication::translate("learnlab::ui::FileActions", "History…"))
            action->trigger();
    }
    if (auto *history = world.window().findChild<ui::HistoryDialog *>())
        show(*history, "history", look);
}

void EveryScreenTest::visitSettings(GalleryWorld &world, const Look &look)
{
    using Page = ui::SettingsDialog::Page;
    world.backend().nextSessions = {
        {.id = domain::SessionId({1}), .deviceInfo = QStringLiteral("maya-thinkpad"), .current = true},
        {.id = domain::SessionId({2}), .deviceInfo = QStringLiteral("lib-ws-114")}};
    tests::FakeSettings actions;
    world.backend().settings = &actions;
    const auto back = qScopeGuard([&] { world.backend().settings = nullptr; });
    support::Settings wishes(world.folder() + QStringLiteral("/wishes.ini"));
    ui::SettingsDialog dialog({world.backend(), wishes, world.clock(), m_language.choices()}, &world.window());
    dialog.resize(QSize(880, 648) * ui::textScale()); // as it would be, were the test's screen as large as anybody's
    dialog.show();
    for (const auto &[page, name] :
         {std::pair(Page::General, "general"), std::pair(Page::Account, "account"), std::pair(Page::Devices, "devices"),
          std::pair(Page::Transfers, "settings of transfers"), std::pair(Page::OfflineStorage, "offline storage"),
          std::pair(Page::Appearance, "appearance"), std::pair(Page::Advanced, "advanced")}) {
        dialog.showPage(page);
        QCoreApplication::processEvents();
        look(dialog, name);
    }
}

void EveryScreenTest::visitSignIn(const Look &look)
{
    ui::SignInPage form;
    form.resize(900, 680);
    form.setServer(QStringLiteral("learnlab.example.edu"));
    form.show();
    QVERIFY(QTest::qWaitForWindowExposed(&form));
    look(form, "sign-in");
    form.setRegistering(true);
    QCoreApplication::processEvents();
    look(form, "register");
}

void EveryScreenTest::fits_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("percent");
    const auto languages = m_language.choices();
    QCOMPARE(languages.size(), 4);
    for (const auto &language : languages) {
        for (const int percent : {100, 200}) {
            const bool most = percent == 200 || language.code == QLatin1String("de");
            if (most || qEnvironmentVariableIsSet("LEARNLAB_DEEP"))
                QTest::addRow("%s %d", qPrintable(language.code), percent) << language.code << percent;
        }
    }
}

void EveryScreenTest::fits()
{
    QFETCH(QString, code);
    QFETCH(int, percent);
    m_language.speak(code);
    m_appearance->setTextPercent(percent);
    const auto back = qScopeGuard([this] { m_appearance->setTextPercent(100); });
    QStringList complaints;
    const Look look = [&](const QWidget &window, const char *screen) {
        QCoreApplication::processEvents();
        QTRY_VERIFY(rests(window));
        const auto *menu = qobject_cast<const QMenu *>(&window);
        QStringList found;
        // What arrives later, a picture or a text that wraps, moves the rest: what counts is where everything comes to lie.
        (void)QTest::qWaitFor(
            [&] {
                found = menu ? tests::complaintsAboutMenu(*menu, QLatin1String(screen))
                             : tests::complaintsAbout(window, QLatin1String(screen));
                return found.isEmpty();
            },
            2000);
        complaints << found;
    };
    GalleryWorld world(code == QLatin1String("ar") ? GalleryWorld::Words::Arabic : GalleryWorld::Words::Latin);
    visit(world, look);
    report(complaints);
}

void EveryScreenTest::isTranslated()
{
    m_language.speak(QStringLiteral("en"));
    QApplication::setLayoutDirection(Qt::LeftToRight);
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    const auto back = qScopeGuard([&] { QCoreApplication::removeTranslator(&brackets); });
    QStringList bare;
    static const QRegularExpression letters(QStringLiteral("[A-Za-z]{3,}"));
    // What users or servers have named, and names that are the same everywhere.
    static const QRegularExpression names(
        QStringLiteral(
            "learnlab|maya|lib-ws|Algorithms|Semester|Ctrl|Alt|Shift|F\\d+|English|Deutsch|Français|العربية|"
            "sheet|\\.[a-z0-9]{2,4}$|"
            "^\\d+ \\w{3}( "
            "\\d{4})?$|^(Exercise|Lab|Lecture|Project|Inter$|Home|Return|Backspace|Del|Esc|Space|Menu|PgUp|PgDown)"),
        QRegularExpression::CaseInsensitiveOption);
    const Look look = [&](const QWidget &window, const char *screen) {
        QCoreApplication::processEvents();
        for (const QString &sentence : tests::sentencesOf(window)) {
            if (sentence.contains(letters) && !sentence.contains(QStringLiteral("⟦")) && !sentence.contains(names))
                bare << QStringLiteral("%1: %2").arg(QLatin1String(screen), sentence);
        }
    };
    GalleryWorld world;
    visit(world, look);
    report(bare);
}

QTEST_MAIN(EveryScreenTest)
#include "tst_every_screen.moc"
