#include "place_words.h"

#include "mirror/search_query.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace learnlab::ui {

namespace {

struct PlaceNames
{
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

QString keys(QKeyCombination combination)
{
    return QKeySequence(combination).toString(QKeySequence::NativeText);
}

EmptyState::Content firstRun()
{
    return {PlaceNames::tr("Drop your first files here"),
            PlaceNames::tr("Drag files or whole folders from your desktop into this window."),
            {{QLatin1String(emptyAction::uploadFiles), PlaceNames::tr("Upload files"), QStringLiteral("upload"), true},
             {QLatin1String(emptyAction::uploadFolder), PlaceNames::tr("Upload folder"), {}, false}},
            {{keys(Qt::CTRL | Qt::Key_U), PlaceNames::tr("upload")},
             {keys(Qt::CTRL | Qt::SHIFT | Qt::Key_N), PlaceNames::tr("new folder")},
             {keys(Qt::CTRL | Qt::Key_F), PlaceNames::tr("search")}},
            true};
}

/// What filters say in words is not what was typed.
QString nothingFound(const QString &text)
{
    const QString words = mirror::wordsOfSearch(text);
    return words.isEmpty() ? PlaceNames::tr("Nothing found") : PlaceNames::tr("Nothing found for “%1”").arg(words);
}

} // namespace

QString titleOf(const Place &place)
{
    switch (place.view) {
    case Place::View::Folder:
        return PlaceNames::tr("All files");
    case Place::View::Recent:
        return PlaceNames::tr("Recent");
    case Place::View::ByType:
        return PlaceNames::tr("By type");
    case Place::View::Largest:
        return PlaceNames::tr("Largest");
    case Place::View::Offline:
        return PlaceNames::tr("Available offline");
    case Place::View::Trash:
        return PlaceNames::tr("Trash");
    case Place::View::Search:
        return PlaceNames::tr("Search results");
    }
    return {};
}

EmptyState::Content emptyContentOf(const Place &place)
{
    switch (place.view) {
    case Place::View::Folder:
        if (place.folder.isNull())
            return firstRun();
        return {{}, PlaceNames::tr("This folder is empty. Drop files to upload"), {}, {}, false};
    case Place::View::Recent:
        return {PlaceNames::tr("Nothing recent"), PlaceNames::tr("Files you upload or change appear here"), {}, {}, false};
    case Place::View::ByType:
    case Place::View::Largest:
        return {PlaceNames::tr("No files yet"), PlaceNames::tr("The files of all your folders appear here"), {}, {}, false};
    case Place::View::Offline:
        return {PlaceNames::tr("Nothing is kept offline"),
                PlaceNames::tr("Choose Keep offline on a file and it stays on this computer"),
                {},
                {},
                false};
    case Place::View::Trash:
        return {PlaceNames::tr("Trash is empty"), {}, {}, {}, false};
    case Place::View::Search:
        return {nothingFound(place.text),
                PlaceNames::tr("Names are searched, and what is in files on this computer. Narrow it by type:pdf, since:7d, "
                               "larger:10M, in:/Notes or is:offline"),
                {},
                {},
                false};
    }
    return {};
}

} // namespace learnlab::ui
