#include <ui/common/theme.h>

#include <QtTest/QTest>

using learnlab::ui::contrastRatio;
using learnlab::ui::Theme;

namespace {

struct Pair
{
    QColor Theme::*front;
    QColor Theme::*ground;
    double least;
};

// Text needs 4.5 against its ground, the parts of a control 3.
constexpr Pair pairs[] = {
    {&Theme::text, &Theme::base, 4.5},
    {&Theme::text, &Theme::window, 4.5},
    {&Theme::text, &Theme::sel, 4.5},
    {&Theme::text, &Theme::selOff, 4.5},
    {&Theme::text, &Theme::raised, 4.5},
    {&Theme::text2, &Theme::base, 4.5},
    {&Theme::text2, &Theme::window, 4.5},
    {&Theme::text2, &Theme::hover, 4.5},
    {&Theme::text2, &Theme::sel, 4.5},
    {&Theme::text2, &Theme::sunken, 4.5},
    {&Theme::text2, &Theme::raised, 4.5},
    {&Theme::placeholder, &Theme::base, 4.5},
    {&Theme::placeholder, &Theme::window, 4.5},
    {&Theme::placeholder, &Theme::hover, 4.5},
    {&Theme::accent, &Theme::base, 4.5},
    {&Theme::accent, &Theme::window, 4.5},
    {&Theme::accent, &Theme::sel, 4.5},
    {&Theme::accent, &Theme::accentSoft, 4.5},
    {&Theme::accent, &Theme::raised, 4.5},
    {&Theme::onAccent, &Theme::accent, 4.5},
    {&Theme::onAccent, &Theme::accentHover, 4.5},
    {&Theme::onAccent, &Theme::accentPress, 4.5},
    {&Theme::success, &Theme::base, 4.5},
    {&Theme::success, &Theme::sel, 4.5},
    {&Theme::warning, &Theme::base, 4.5},
    {&Theme::warning, &Theme::sel, 4.5},
    {&Theme::warning, &Theme::warningSoft, 4.5},
    {&Theme::text, &Theme::warningSoft, 4.5},
    {&Theme::danger, &Theme::base, 4.5},
    {&Theme::danger, &Theme::sel, 4.5},
    {&Theme::danger, &Theme::window, 4.5},
    {&Theme::danger, &Theme::dangerSoft, 4.5},
    {&Theme::text, &Theme::dangerSoft, 4.5},
    {&Theme::onDanger, &Theme::danger, 4.5},
    {&Theme::onToast, &Theme::toast, 4.5},
    {&Theme::toastLink, &Theme::toast, 4.5},
    {&Theme::control, &Theme::base, 3},
    {&Theme::control, &Theme::window, 3},
    {&Theme::control, &Theme::raised, 3},
    {&Theme::control, &Theme::sunken, 3},
    {&Theme::accent, &Theme::sunken, 3},
    {&Theme::accent, &Theme::line, 3},
    {&Theme::accent, &Theme::track, 3},
    {&Theme::placeholder, &Theme::track, 3},
    {&Theme::folder, &Theme::base, 3},
    {&Theme::folder, &Theme::sel, 3},
};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownRatios()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    }

    void everyPairIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyPairIsReadable()
    {
        QFETCH(bool, dark);
        const Theme theme = dark ? Theme::darkTheme() : Theme::light();
        QCOMPARE(theme.dark, dark);
        for (const Pair &pair : pairs) {
            const double ratio = contrastRatio(theme.*pair.front, theme.*pair.ground);
            QVERIFY2(ratio >= pair.least, qPrintable(QStringLiteral("%1 on %2 is %3, needs %4")
                                                         .arg((theme.*pair.front).name(), (theme.*pair.ground).name())
                                                         .arg(ratio)
                                                         .arg(pair.least)));
        }
    }

    void paletteCarriesTheTokens()
    {
        const Theme theme = Theme::darkTheme();
        const QPalette palette = theme.palette();
        QCOMPARE(palette.color(QPalette::Window), theme.window);
        QCOMPARE(palette.color(QPalette::Highlight), theme.accent);
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::ButtonText), theme.disabled);
    }

    void highContrastTakesThePlatform()
    {
        QPalette platform;
        platform.setColor(QPalette::Base, Qt::black);
        platform.setColor(QPalette::WindowText, Qt::yellow);
        platform.setColor(QPalette::Highlight, Qt::cyan);
        const Theme theme = Theme::fromPlatform(platform);
        QVERIFY(theme.dark);
        QVERIFY(theme.highContrast);
        QCOMPARE(theme.control, QColor(Qt::yellow));
        QCOMPARE(theme.accent, QColor(Qt::cyan));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
