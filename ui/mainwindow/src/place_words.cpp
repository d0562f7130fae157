#include "place_words.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace learnlab::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("PlaceWords", text);
}

QString keys(QKeyCombination combination)
{
    return QKeySequence(combination).toString(QKeySequence::NativeText);
}

EmptyState::Content firstRun()
{
    return {words(QT_TRANSLATE_NOOP("PlaceWords", "Drop your first files here")),
            words(QT_TRANSLATE_NOOP("PlaceWords", "Drag files or whole folders from your desktop into this window.")),
            {{QLatin1String(emptyAction::uploadFiles), words(QT_TRANSLATE_NOOP("PlaceWords", "Upload files")), QStringLiteral("upload"), true},
             {QLatin1String(emptyAction::uploadFolder), words(QT_TRANSLATE_NOOP("PlaceWords", "Upload folder")), {}, false}},
            {{keys(Qt::CTRL | Qt::Key_U), words(QT_TRANSLATE_NOOP("PlaceWords", "upload"))},
             {keys(Qt::CTRL | Qt::SHIFT | Qt::Key_N), words(QT_TRANSLATE_NOOP("PlaceWords", "new folder"))},
             {keys(Qt::CTRL | Qt::Key_F), words(QT_TRANSLATE_NOOP("PlaceWords", "search"))}},
            true};
}

} // namespace

QString titleOf(const Place &place)
{
    switch (place.view) {
    case Place::View::Folder:
        return words(QT_TRANSLATE_NOOP("PlaceWords", "All files"));
    case Place::View::Recent:
        return words(QT_TRANSLATE_NOOP("PlaceWords", "Recent"));
    case Place::View::Offline:
        return words(QT_TRANSLATE_NOOP("PlaceWords", "Available offline"));
    case Place::View::Trash:
        return words(QT_TRANSLATE_NOOP("PlaceWords", "Trash"));
    case Place::View::Search:
        return words(QT_TRANSLATE_NOOP("PlaceWords", "Search results"));
    }
    return {};
}

EmptyState::Content emptyContentOf(const Place &place)
{
    switch (place.view) {
    case Place::View::Folder:
        if (place.folder.isNull())
            return firstRun();
        return {{}, words(QT_TRANSLATE_NOOP("PlaceWords", "This folder is empty. Drop files to upload")), {}, {}, false};
    case Place::View::Recent:
        return {words(QT_TRANSLATE_NOOP("PlaceWords", "Nothing recent")),
                words(QT_TRANSLATE_NOOP("PlaceWords", "Files you upload or change appear here")), {}, {}, false};
    case Place::View::Offline:
        return {words(QT_TRANSLATE_NOOP("PlaceWords", "Nothing is kept offline")),
                words(QT_TRANSLATE_NOOP("PlaceWords", "Choose Keep offline on a file and it stays on this computer")), {}, {}, false};
    case Place::View::Trash:
        return {words(QT_TRANSLATE_NOOP("PlaceWords", "Trash is empty")), {}, {}, {}, false};
    case Place::View::Search:
        return {words(QT_TRANSLATE_NOOP("PlaceWords", "No file name contains “%1”")).arg(place.text),
                words(QT_TRANSLATE_NOOP("PlaceWords", "Names of files and folders are searched, not what is in them")), {}, {}, false};
    }
    return {};
}

} // namespace learnlab::ui
