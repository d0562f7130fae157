#include "rows.h"

#include "sentences.h"

namespace learnlab::cli {

QJsonObject jsonAction(const mirror::Reader &reader, const mirror::Action &action)
{
    return {
        {QStringLiteral("id"), domain::toText(action.id)},
        {QStringLiteral("kind"), QString(mirror::kindName(action.kind))},
        {QStringLiteral("name"), action.name},
        {QStringLiteral("to_name"), action.toName},
        {QStringLiteral("path"), reader.pathOf(domain::ItemRef::of(action.folder))},
        {QStringLiteral("count"), action.count},
        {QStringLiteral("at"), jsonTime(action.at)},
        {QStringLiteral("state"), QString(mirror::stateName(action.state))},
    };
}

QString actionLine(const mirror::Reader &reader, const mirror::Action &action)
{
    QString what = printable(action.name);
    if (action.count > 1)
        what += QStringLiteral(" (%1 things)").arg(action.count);
    if (action.kind == mirror::ActionKind::Rename)
        what += QStringLiteral(" -> ") + printable(action.toName);
    else if (action.kind == mirror::ActionKind::Move || action.kind == mirror::ActionKind::Upload)
        what += QStringLiteral(" -> ") + printable(reader.pathOf(domain::ItemRef::of(action.folder)));
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(domain::toText(action.id), timeText(action.at))
        .arg(QString(mirror::stateName(action.state)), -7)
        .arg(QString(mirror::kindName(action.kind)), -13)
        .arg(what);
}

} // namespace learnlab::cli
