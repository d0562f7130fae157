#include "desktop_backend.h"
#include "desktop_settings.h"
#include "unix_signals.h"

#include "engine/engine.h"
#include "engine/enter.h"
#include "engine/profile.h"
#include "engine/system_watch.h"
#include "support/clock.h"
#include "support/log.h"
#include "support/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/resources.h"
#include "ui/mainwindow/open_link.h"
#include "ui/mainwindow/resident.h"
#include "ui/mainwindow/window_keeper.h"
#include "ui/settings/setting_keys.h"
#include "ui/models/error_text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QUrl>

#include <algorithm>

using namespace learnlab;

namespace {

struct Arguments
{
    QString profile;
    QString server;
    QByteArray caFile;
    QList<QByteArray> files; ///< absolute, the system's bytes; and links to be shown
};

Arguments parseArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Your files on a LearnLab server, also without a network."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QApplication::translate("main", "Keep everything in this folder."),
                                     QStringLiteral("folder"), engine::ProfileFolder::defaultPath());
    const QCommandLineOption server(QStringLiteral("server"), QApplication::translate("main", "The address shown on the sign-in page."),
                                    QStringLiteral("address"));
    const QCommandLineOption caFile(QStringLiteral("ca-file"),
                                    QApplication::translate("main", "Trust the certificate authorities in this PEM file."),
                                    QStringLiteral("file"));
    parser.addOptions({profile, server, caFile});
    parser.addPositionalArgument(QStringLiteral("file"), QApplication::translate("main", "Upload these files and folders, or show what a learnlab: link leads to."),
                                 QStringLiteral("[file...]"));
    parser.process(application);
    QList<QByteArray> files;
    for (const QString &argument : parser.positionalArguments()) {
        const QUrl url(argument, QUrl::StrictMode);
        if (ui::isLink(argument.toUtf8()))
            files.append(argument.toUtf8());
        else
            files.append(QFile::encodeName(url.isLocalFile() ? url.toLocalFile() : QDir::current().absoluteFilePath(argument)));
    }
    return {QDir(parser.value(profile)).absolutePath(), parser.value(server), parser.value(caFile).toLocal8Bit(), files};
}

/// What is answered in the terminal alone, where there may be no display.
bool onlyAsks(int argc, char **argv)
{
    const QList<QByteArray> questions{"-v", "--version", "-h", "--help", "--help-all"};
    return std::any_of(argv + 1, argv + argc, [&](const char *word) { return questions.contains(word); });
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("learnlab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEARNLAB_VERSION));
}

/// Local files go up, links are shown. An absolute path never begins like a link.
void take(ui::MainWindow &window, QList<QByteArray> arguments)
{
    QByteArray link;
    for (const QByteArray &argument : std::as_const(arguments)) {
        if (ui::isLink(argument))
            link = argument;
    }
    arguments.removeIf(ui::isLink);
    if (!link.isEmpty())
        window.openLink(link);
    window.uploadFiles(arguments);
}

/// Said in a window of its own, because there is none yet to say it in.
int refuseToStart(const domain::Error &error)
{
    const ui::ErrorText words = ui::errorText(error);
    auto *box = new QMessageBox(QMessageBox::Warning, QStringLiteral("LearnLab"), words.title, QMessageBox::Close);
    box->setInformativeText(words.text);
    box->setDetailedText(words.details);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(1); });
    box->show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (onlyAsks(argc, argv)) {
        const QCoreApplication application(argc, argv);
        static_cast<void>(parseArguments(application));
        return 0;
    }
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("LearnLab"));
    QApplication::setDesktopFileName(QStringLiteral("learnlab"));
    const Arguments arguments = parseArguments(application);

    ui::initResources();
    ui::Language language;
    language.speak({}); // until the profile says otherwise
    ui::Appearance appearance;
    QApplication::setWindowIcon(ui::applicationIcon());

    auto entered = engine::enter(arguments.profile, QStringLiteral("LearnLab"), arguments.files);
    if (!entered)
        return refuseToStart(entered.error());
    // The window that is there already has come to the front.
    if (!*entered)
        return 0;
    engine::Profile profile = std::move(**entered);
    support::Settings settings(profile.folder().settingsPath());
    support::Log log({.path = profile.folder().path() + QStringLiteral("/learnlab.log"), .toStderr = true,
                      .least = settings.value(ui::setting::detailedLog) ? QtDebugMsg : QtInfoMsg});
    const support::SystemClock clock;

    engine::Engine engine(std::move(profile), {.caFile = arguments.caFile});
    const engine::SystemWatch watch(engine, engine::SystemWatch::Network::Watched,
                                    QApplication::translate("main", "Files are being transferred"));
    desktop::DesktopSettings wishes(engine, log);
    desktop::DesktopBackend backend(engine, wishes);
    // The window may become another one, in another language: it is asked for each time.
    ui::WindowKeeper keeper(backend, settings, clock, appearance, language);
    keeper.window().setServerHint(arguments.server);
    take(keeper.window(), arguments.files);
    // The window may be closed while the program stays: it ends when the window is closed for good.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&keeper, &ui::WindowKeeper::closed, qApp, &QApplication::quit, Qt::QueuedConnection);
    const ui::Resident resident(keeper, backend, settings);
    const desktop::UnixSignals signals;
    QObject::connect(&signals, &desktop::UnixSignals::terminationRequested, &keeper, [&keeper] { keeper.window().quit(); });
    QObject::connect(&engine, &engine::Engine::windowWanted, &keeper, [&keeper](const QList<QByteArray> &files) {
        keeper.window().comeForward();
        take(keeper.window(), files);
    });
    QObject::connect(&engine, &engine::Engine::started, &keeper, [&keeper] { keeper.window().engineStarted(); });
    QObject::connect(&engine, &engine::Engine::accountFailed, &keeper,
                     [&keeper](const domain::Error &error) { keeper.window().showStartError(error); });
    keeper.window().show();
    engine.start();
    return QApplication::exec();
}
