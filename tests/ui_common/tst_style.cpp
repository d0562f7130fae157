#include <ui/common/appearance.h>
#include <ui/common/buttons.h>
#include <ui/common/focus.h>
#include <ui/common/margins.h>
#include <ui/common/paint.h>
#include <ui/common/password_field.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace learnlab::ui;

namespace {

QColor at(QWidget &widget, const QPoint &point)
{
    return widget.grab().toImage().pixelColor(point * widget.devicePixelRatioF());
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void init() { m_appearance->setChoice(Appearance::Choice::Light); }
    void cleanupTestCase() { m_appearance.reset(); }

    void buttonsTakeTheirKind()
    {
        const Theme light = Theme::light();
        const std::unique_ptr<QPushButton> button(makeButton(QStringLiteral("Upload"), ButtonKind::Primary, nullptr));
        QCOMPARE(button->sizeHint().height(), 32);
        button->resize(button->sizeHint());
        QCOMPARE(at(*button, {4, 16}), light.accent);
        button->setEnabled(false);
        QCOMPARE(at(*button, {4, 16}), light.sunken);
        button->setEnabled(true);
        setButtonKind(button.get(), ButtonKind::Secondary);
        QCOMPARE(at(*button, {4, 16}), light.base);
        button->setDown(true);
        QCOMPARE(at(*button, {4, 16}), light.pressed);
        const std::unique_ptr<QPushButton> large(makeButton(QStringLiteral("Sign in"), ButtonKind::Primary, nullptr));
        large->setProperty("large", true);
        QCOMPARE(large->sizeHint().height(), 36);
    }

    void fieldsShowErrors()
    {
        QLineEdit field;
        field.setProperty("large", true);
        field.resize(200, 36);
        QCOMPARE(field.sizeHint().height(), 36);
        const QColor edge = at(field, {100, 0});
        field.setProperty("error", true);
        QCOMPARE(at(field, {100, 0}), Theme::light().danger);
        QVERIFY(edge != Theme::light().danger);
    }

    void darkIsAnotherPalette()
    {
        QWidget window;
        window.resize(40, 40);
        window.show();
        QCOMPARE(at(window, {20, 20}), Theme::light().window);
        m_appearance->setChoice(Appearance::Choice::Dark);
        QVERIFY(m_appearance->isDark());
        QTRY_COMPARE(at(window, {20, 20}), Theme::darkTheme().window);
    }

    void checkBoxes()
    {
        QCheckBox box;
        box.resize(40, 24);
        box.setChecked(true);
        const QImage on = box.grab().toImage();
        QCOMPARE(on.pixelColor(2, 12), Theme::light().accent);
    }

    void scrollBarsHaveNoArrows()
    {
        QScrollBar bar(Qt::Vertical);
        bar.resize(10, 200);
        bar.setRange(0, 100);
        bar.setPageStep(100);
        QCOMPARE(bar.sizeHint().width(), 10);
        const QColor top = at(bar, {5, 50});
        bar.setValue(100);
        QVERIFY(at(bar, {5, 50}) != top);
    }

    void theRingFollowsKeysOnly()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QPushButton *first = makeButton(QStringLiteral("One"), ButtonKind::Secondary, &window);
        QPushButton *second = makeButton(QStringLiteral("Two"), ButtonKind::Secondary, &window);
        column->addWidget(first);
        column->addWidget(second);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus(Qt::MouseFocusReason);
        QVERIFY(!showsKeyboardFocus(first));
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        QVERIFY(showsKeyboardFocus(second));
        const auto rings = window.findChildren<QFocusFrame *>();
        QCOMPARE(rings.size(), 1);
        QCOMPARE(rings.first()->widget(), second);
        first->setFocus(Qt::MouseFocusReason);
        QVERIFY(rings.first()->widget() != second);
    }

    void progressReadsBothWays()
    {
        const Theme theme = Theme::light();
        QImage image(100, 8, QImage::Format_RGB32);
        const auto paint = [&](double value, Qt::LayoutDirection direction) {
            image.fill(Qt::white);
            QPainter painter(&image);
            paintProgress(&painter, image.rect(), value, ProgressState::Active, direction, theme.sunken, theme);
        };
        paint(0.5, Qt::LeftToRight);
        QCOMPARE(image.pixelColor(20, 4), theme.accent);
        QCOMPARE(image.pixelColor(80, 4), theme.sunken);
        paint(0.5, Qt::RightToLeft);
        QCOMPARE(image.pixelColor(20, 4), theme.sunken);
        QCOMPARE(image.pixelColor(80, 4), theme.accent);
        paint(-1, Qt::LeftToRight);
        QCOMPARE(image.pixelColor(50, 4), theme.accent);
        QCOMPARE(image.pixelColor(10, 4), theme.sunken);
    }

    void aNumberHasBothArrows()
    {
        // Lines are thin: between them and the ground half is mixed. A hairline is lighter still.
        const auto inked = [](const QImage &image, const QRect &rect) {
            int count = 0;
            for (int y = rect.top(); y <= rect.bottom(); ++y) {
                for (int x = rect.left(); x <= rect.right(); ++x) {
                    count += qGray(image.pixel(x, y)) < 225 ? 1 : 0;
                }
            }
            return count;
        };
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QDoubleSpinBox box;
            box.setLayoutDirection(direction);
            box.setRange(0, 100);
            box.setValue(50);
            box.setSuffix(QStringLiteral(" GB"));
            box.resize(128, 32);
            const QImage image = box.grab().toImage().convertToFormat(QImage::Format_RGB32);
            const int left = direction == Qt::LeftToRight ? 100 : 4; // inside of the border
            QVERIFY2(inked(image, {left, 4, 24, 12}) >= 4, "no arrow up");
            QVERIFY2(inked(image, {left, 16, 24, 12}) >= 4, "no arrow down");
            // What is drawn is what is hit.
            QTest::mouseClick(&box, Qt::LeftButton, {}, {left + 12, 10});
            QCOMPARE(box.value(), 51.0);
            QTest::mouseClick(&box, Qt::LeftButton, {}, {left + 12, 22});
            QCOMPARE(box.value(), 50.0);
            box.setValue(0);
            const QImage least = box.grab().toImage().convertToFormat(QImage::Format_RGB32);
            QVERIFY2(inked(least, {left, 16, 24, 12}) >= 4, "no arrow that cannot go further down");
            QVERIFY(box.sizeHint().width() >= box.fontMetrics().horizontalAdvance(QStringLiteral("100.00 GB")) + 32);
        }
    }

    void marginsTurnAround()
    {
        QCOMPARE(marginsFrom(1, 2, 3, 4), QMargins(1, 2, 3, 4));
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(marginsFrom(1, 2, 3, 4), QMargins(3, 2, 1, 4));
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aPasswordCanBeShown()
    {
        PasswordField field;
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        field.setRevealed(true);
        QCOMPARE(field.echoMode(), QLineEdit::Normal);
        field.setRevealed(false);
        QCOMPARE(field.echoMode(), QLineEdit::Password);
    }

private:
    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
