#include <ui/common/fonts.h>

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

using namespace learnlab::ui;

class TestFonts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScaleFollowsThePlatformButNeverShrinks()
    {
        QFont small;
        small.setPointSizeF(7);
        QCOMPARE(applicationFont(small).pointSizeF(), 9.75);
        QFont large;
        large.setPointSizeF(18);
        QCOMPARE(applicationFont(large).pointSizeF(), 18.0);
        QCOMPARE(applicationFont(large).families().constFirst(), QStringLiteral("Inter"));
        QVERIFY(heightFor(40, applicationFont(small)) == 40);
        QVERIFY(heightFor(40, applicationFont(large), 11) > 40);
    }

    void digitsStandStill()
    {
        const QFont font = fontFor(Text::Body);
        QCOMPARE(tabularWidth(font, QStringLiteral("111")), tabularWidth(font, QStringLiteral("888")));
        QImage image(100, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawTabular(&painter, image.rect(), Qt::AlignRight, QStringLiteral("1.8 MB"));
        painter.end();
        QImage blank(image.size(), image.format());
        blank.fill(Qt::white);
        QVERIFY(image != blank);
    }

    void aCutNameKeepsItsExtension()
    {
        const QFontMetrics metrics(fontFor(Text::Body));
        const QString name = QStringLiteral("Lecture 07 – Greedy algorithms and matroids.pptx");
        const QString cut = elidedName(name, metrics, 160);
        QVERIFY(cut.endsWith(QStringLiteral(".pptx")));
        QVERIFY(cut.contains(u'…'));
        QVERIFY(metrics.horizontalAdvance(cut) <= 164);
        QCOMPARE(elidedName(name, metrics, 2000), name);
        // A dot early in a sentence is no extension.
        QVERIFY(elidedName(QStringLiteral("No. this is a whole sentence as a name"), metrics, 120).contains(u'…'));
    }

    void disguisesAreRemoved()
    {
        const QString hostile = QStringLiteral("invoice\u202Efdp.exe");
        QVERIFY(!displayName(hostile, Qt::LeftToRight).contains(QChar(0x202E)));
        QCOMPARE(displayName(QStringLiteral("plain.txt"), Qt::LeftToRight), QStringLiteral("plain.txt"));
    }

    void latinRunsKeepTheirOrderInArabic()
    {
        const QString shown = displayName(QStringLiteral("محاضرة 4.mp4"), Qt::RightToLeft);
        QVERIFY(shown.contains(QStringLiteral("\u20664.mp4\u2069")));
    }
};

QTEST_MAIN(TestFonts)
#include "tst_fonts.moc"
