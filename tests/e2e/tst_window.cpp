#include "window_script.h"

#include <QDir>
#include <QTest>

using namespace learnlab::testsupport;

// The window under a real X server, driven as ./run drives it where there is no display: a file is dragged out of
// another program's window into it, and comes back byte for byte.
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileDraggedInComesBack()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir data;
        QProcess demo;
        // Its own session, its own HOME: only the programs of this build are shared.
        demo.start(QStringLiteral("python3"),
                   {QStringLiteral("-B"), sourcePath(QStringLiteral("scripts/headless_demo.py")),
                    QStringLiteral("--bin"), programPath(QString()), QStringLiteral("--data"), data.path(),
                    QStringLiteral("--server"), stage.address().toString(), QStringLiteral("--email"), Stage::email()});
        QVERIFY(demo.waitForStarted());
        demo.write(Stage::password() + '\n');
        demo.closeWriteChannel();
        QVERIFY(demo.waitForFinished(300000));
        const auto said = demo.readAllStandardOutput() + demo.readAllStandardError();
        QVERIFY2(demo.exitCode() == 0, said + contentOf(data.filePath(QStringLiteral("headless/learnlab.log"))));
        QCOMPARE(stage.faultsOfTheServersState(), QByteArray());
    }

    // Dark and light follow the desktop live; the icon in the tray opens and ends the program. See use_desktop.py.
    void itIsAPartOfTheDesktop()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const ScriptResult result = runWindowScript(stage, QStringLiteral("use_desktop.py"));
        QVERIFY2(result.exitCode == 0, result.said);
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(WindowTest)
#include "tst_window.moc"
