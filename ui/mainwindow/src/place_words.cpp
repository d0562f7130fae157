#include "place_words.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace learnlab::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

QString keys(QKeyCombination combination)
{
    return QKeySequence(combination).toString(QKeySequence::NativeText);
}

EmptyState::Content firstRun()
{
    return {Words::tr("Drop your first files here"),
            Words::tr("Drag files or whole folders from your desktop into this window."),
            {{QLatin1String(emptyAction::uploadFiles), Words::tr("Upload files"), QStringLiteral("upload"), true},
             {QLatin1String(emptyAction::uploadFolder), Words::tr("Upload folder"), {}, false}},
            {{keys(Qt::CTRL | Qt::Key_U), Words::tr("upload")},
             {keys(Qt::CTRL | Qt::SHIFT | Qt::Key_N), Words::tr("new folder")},
             {keys(Qt::CTRL | Qt::Key_F), Words::tr("search")}},
            true};
}

} // namespace

QString titleOf(const Place &place)
{
    switch (place.view) {
    case Place::View::Folder:
        return Words::tr("All files");
    case Place::View::Recent:
        return Words::tr("Recent");
    case Place::View::Offline:
        return Words::tr("Available offline");
    case Place::View::Trash:
        return Words::tr("Trash");
    case Place::View::Search:
        return Words::tr("Search results");
    }
    return {};
}

EmptyState::Content emptyContentOf(const Place &place)
{
    switch (place.view) {
    case Place::View::Folder:
        if (place.folder.isNull())
            return firstRun();
        return {{}, Words::tr("This folder is empty. Drop files to upload"), {}, {}, false};
    case Place::View::Recent:
        return {Words::tr("Nothing recent"), Words::tr("Files you upload or change appear here"), {}, {}, false};
    case Place::View::Offline:
        return {Words::tr("Nothing is kept offline"),
                Words::tr("Choose Keep offline on a file and it stays on this computer"),
                {},
                {},
                false};
    case Place::View::Trash:
        return {Words::tr("Trash is empty"), {}, {}, {}, false};
    case Place::View::Search:
        return {Words::tr("No file name contains “%1”").arg(place.text),
                Words::tr("Names of files and folders are searched, not what is in them"),
                {},
                {},
                false};
    }
    return {};
}

} // namespace learnlab::ui
