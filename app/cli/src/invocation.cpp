#include "invocation.h"

#include "engine/profile.h"

#include <QCoreApplication>
#include <QSet>

namespace learnlab::cli {

namespace {

const QString program = QStringLiteral("learnlab-cli");

QList<QCommandLineOption> commonOptions()
{
    return {
        {QStringLiteral("profile"),
         QStringLiteral("The profile's folder; else LEARNLAB_PROFILE, else the user's data folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("json"), QStringLiteral("Prints one JSON document.")},
        {QStringLiteral("offline"), QStringLiteral("Never touches the network.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Prints this.")},
        {QStringLiteral("version"), QStringLiteral("Prints the version.")},
    };
}

QString optionHelp(const QCommandLineOption &option)
{
    const QString name = option.names().constLast();
    const QString flag = (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
    const QString value = option.valueName().isEmpty() ? QString() : QLatin1Char(' ') + option.valueName();
    return QStringLiteral("  %1  %2\n").arg(flag + value, -32).arg(option.description());
}

QString helpForAll()
{
    QString help = QStringLiteral("Usage: %1 [--profile DIR] [--json] [--offline] COMMAND\n\nCommands:\n").arg(program);
    for (const Entry &entry : commandList()) {
        const Usage usage = entry.make()->usage();
        help += QStringLiteral("  %1  %2\n")
                    .arg((entry.name + QLatin1Char(' ') + usage.arguments).trimmed(), -32)
                    .arg(usage.description);
    }
    help += QStringLiteral("\nOptions:\n");
    for (const QCommandLineOption &option : commonOptions())
        help += optionHelp(option);
    return help + QStringLiteral("\nExit codes: 0 done, 1 failed, 2 usage, 3 not signed in, 4 offline, 5 conflict\n");
}

QString helpFor(const QString &name, const Usage &usage)
{
    QString help = QStringLiteral("Usage: %1 %2%3 %4\n\n%5\n")
                       .arg(program, name, usage.options.isEmpty() ? QString() : QStringLiteral(" [options]"),
                            usage.arguments, usage.description);
    if (!usage.options.isEmpty())
        help += QLatin1Char('\n');
    for (const QCommandLineOption &option : usage.options)
        help += optionHelp(option);
    return help;
}

Common commonFrom(const QCommandLineParser &parser)
{
    Common common;
    common.profile = parser.isSet(QStringLiteral("profile")) ? textOf(parser.value(QStringLiteral("profile")))
                                                             : engine::ProfileFolder::defaultPath();
    common.json = parser.isSet(QStringLiteral("json"));
    common.offline = parser.isSet(QStringLiteral("offline"));
    return common;
}

QString countProblem(const Usage &usage, qsizetype count)
{
    if (count < usage.least)
        return QStringLiteral("%1 is missing").arg(usage.arguments);
    if (usage.most >= 0 && count > usage.most)
        return QStringLiteral("too many arguments");
    return {};
}

/// The command's own options, and the common ones also behind it.
void parseCommand(Invocation &invocation, const QStringList &arguments, const Usage &usage)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    parser.addOptions(usage.options);
    if (!parser.parse(arguments)) {
        invocation.wrong = textOf(parser.errorText());
        return;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        invocation.print = helpFor(invocation.name, usage);
        return;
    }
    Given &given = invocation.given;
    given.common = commonFrom(parser);
    given.arguments = parser.positionalArguments();
    given.arguments.removeFirst();
    for (const QCommandLineOption &option : usage.options) {
        const QString name = option.names().constFirst();
        if (parser.isSet(name))
            given.options.insert(name, parser.value(name));
    }
    invocation.wrong = countProblem(usage, given.arguments.size());
    if (invocation.wrong.isEmpty())
        invocation.wrong = invocation.command->check(given);
}

/// What is told to transfers may be said without naming them: `pause ID` for `transfers pause ID`.
QStringList writtenOut(QStringList arguments, const QStringList &words)
{
    static const QSet<QString> verbs{QStringLiteral("pause"), QStringLiteral("resume"), QStringLiteral("cancel"),
                                     QStringLiteral("retry"), QStringLiteral("first")};
    if (!words.isEmpty() && verbs.contains(words.constFirst()))
        arguments.insert(arguments.size() - words.size(), QStringLiteral("transfers"));
    return arguments;
}

} // namespace

Invocation parse(const QStringList &given)
{
    Invocation invocation;
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.addOptions(commonOptions());
    parser.parse(given);
    const QStringList arguments = writtenOut(given, parser.positionalArguments());
    const bool understood = parser.parse(arguments);
    invocation.given.common = commonFrom(parser);
    if (!understood) {
        invocation.wrong = textOf(parser.errorText());
    } else if (parser.isSet(QStringLiteral("help"))) {
        invocation.print = helpForAll();
    } else if (parser.isSet(QStringLiteral("version"))) {
        invocation.print = program + QLatin1Char(' ') + QCoreApplication::applicationVersion() + QLatin1Char('\n');
    } else if (parser.positionalArguments().isEmpty()) {
        invocation.wrong = QStringLiteral("a command is missing");
    } else {
        invocation.name = textOf(parser.positionalArguments().constFirst());
        for (const Entry &entry : commandList()) {
            if (entry.name == invocation.name)
                invocation.command = entry.make();
        }
        if (!invocation.command)
            invocation.wrong = QStringLiteral("there is no command %1").arg(invocation.name);
        else
            parseCommand(invocation, arguments, invocation.command->usage());
    }
    return invocation;
}

} // namespace learnlab::cli
