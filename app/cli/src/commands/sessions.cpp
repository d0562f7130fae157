#include "commands/sessions.h"

#include "rows.h"
#include "sentences.h"

namespace learnlab::cli {

Usage Sessions::usage() const
{
    return {{}, QStringLiteral("Lists the devices that are signed in to this account.")};
}

void Sessions::ready()
{
    if (offline()) {
        tell(reader().sessions());
        return;
    }
    commands().sessions(this, [this](const domain::Result<QList<domain::Session>> &sessions) {
        if (sessions)
            tell(*sessions);
        else
            finish(sessions.error());
    });
}

void Sessions::tell(const QList<domain::Session> &sessions)
{
    QJsonArray told;
    for (const domain::Session &session : sessions) {
        told.append(jsonSession(session));
        result().lines.append(QStringLiteral("%1  %2  %3%4")
                                  .arg(domain::toText(session.id), timeText(session.createdAt),
                                       printable(session.deviceInfo),
                                       session.current ? QStringLiteral("  (this one)") : QString()));
    }
    result().document.insert(QStringLiteral("sessions"), told);
    finish();
}

} // namespace learnlab::cli
