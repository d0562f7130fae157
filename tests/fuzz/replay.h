#pragma once
// Replays the corpus of each target: as it is, cut short, and with bytes changed, always the same ones.

#include "target.h"

#include <QDir>
#include <QTest>

namespace learnlab::fuzz {

inline void corpusRows()
{
    QTest::addColumn<const Target *>("target");
    QTest::addColumn<QByteArray>("input");
    for (const Target &target : targets()) {
        const QDir folder(QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(target.name));
        const auto files = folder.entryList(QDir::Files, QDir::Name);
        if (files.isEmpty())
            QFAIL(qPrintable(QStringLiteral("no corpus for ") + QLatin1String(target.name)));
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::addRow("%s/%s", target.name, qPrintable(name)) << &target << file.readAll();
        }
    }
}

inline void replayRow()
{
    QFETCH(const Target *, target);
    QFETCH(const QByteArray, input);
    const auto run = [target](const QByteArray &bytes) {
        target->run(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    };
    run(input);
    for (int cut = 0; cut < 4; ++cut)
        run(input.left(input.size() * cut / 4));
    std::uint32_t chance = 12345;
    for (int change = 0; change < 12 && !input.isEmpty(); ++change) {
        chance = chance * 1664525 + 1013904223;
        QByteArray changed = input;
        changed[static_cast<qsizetype>(chance >> 8) % changed.size()] = static_cast<char>(chance);
        run(changed);
    }
}

} // namespace learnlab::fuzz

Q_DECLARE_METATYPE(const learnlab::fuzz::Target *)
