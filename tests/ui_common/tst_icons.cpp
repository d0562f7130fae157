#include <ui/common/appearance.h>
#include <ui/common/icons.h>
#include <ui/common/theme.h>

#include <QtCore/QDirIterator>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

using namespace learnlab::ui;

namespace {

bool hasInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 128)
                return true;
        }
    }
    return false;
}

QImage canvas()
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(); }
    void cleanupTestCase() { m_appearance.reset(); }

    void everyDrawingLoads()
    {
        int count = 0;
        QDirIterator files(QStringLiteral(":/learnlab/icons"), {QStringLiteral("*.svg")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QSvgRenderer renderer(path);
            QVERIFY2(renderer.isValid(), qPrintable(path));
            Icons icons;
            QVERIFY2(hasInk(icons.colored(path, {32, 32}, 1).toImage()), qPrintable(path));
            ++count;
        }
        QVERIFY(count > 50);
    }

    void everyStatusAndTypeIsDrawn()
    {
        for (int status = 0; status <= int(ItemStatus::OnlineOnly); ++status) {
            QImage image = canvas();
            QPainter painter(&image);
            paintBadge(&painter, image.rect(), ItemStatus(status));
            painter.end();
            QVERIFY2(hasInk(image), qPrintable(QString::number(status)));
        }
        for (int type = 0; type <= int(FileType::Text); ++type) {
            QImage image = canvas();
            QPainter painter(&image);
            paintFileIcon(&painter, image.rect(), FileType(type), false, 24);
            painter.end();
            QVERIFY2(hasInk(image), qPrintable(QString::number(type)));
        }
    }

    void statusesDifferWithoutColor()
    {
        QList<QImage> shapes;
        for (int status = 0; status <= int(ItemStatus::OnlineOnly); ++status) {
            QImage image = canvas();
            QPainter painter(&image);
            paintBadge(&painter, image.rect(), ItemStatus(status));
            painter.end();
            const QImage shape = image.convertToFormat(QImage::Format_Alpha8);
            for (const QImage &other : std::as_const(shapes))
                QVERIFY(other != shape);
            shapes.append(shape);
        }
    }

    void tintAndMirror()
    {
        Icons icons;
        const QString path = QStringLiteral(":/learnlab/icons/ui/back.svg");
        const QImage plain = icons.tinted(path, {16, 16}, 2, Qt::red).toImage();
        QCOMPARE(plain.size(), QSize(32, 32));
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                const QColor color = plain.pixelColor(x, y);
                if (color.alpha() == 255)
                    QCOMPARE(color, QColor(Qt::red));
            }
        }
        const QImage mirrored = icons.tinted(path, {16, 16}, 2, Qt::red, true).toImage();
        QVERIFY(mirrored != plain);
        QCOMPARE(mirrored.mirrored(true, false), plain);
    }

    void iconsFollowTheTheme()
    {
        const QIcon icon = uiIcon(QStringLiteral("upload"));
        QCOMPARE(icon.name(), QStringLiteral("upload"));
        m_appearance->setChoice(Appearance::Choice::Light);
        const QImage light = icon.pixmap(16, 16).toImage();
        m_appearance->setChoice(Appearance::Choice::Dark);
        QVERIFY(themeOf(nullptr).dark);
        QVERIFY(icon.pixmap(16, 16).toImage() != light);
        QVERIFY(!applicationIcon().pixmap(16, 16).isNull());
        QVERIFY(!applicationIcon().pixmap(128, 128).isNull());
    }

private:
    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
