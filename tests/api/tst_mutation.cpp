#include "golden.h"
#include "parse.h"
#include "problem.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace learnlab;
using namespace learnlab::api;

namespace {

using Taste = std::function<std::optional<domain::Error>(const QJsonValue &)>;

template <class T>
Taste tasteOf(Result<T> (*parse)(const QJsonValue &))
{
    return [parse](const QJsonValue &value) -> std::optional<domain::Error> {
        const Result<T> result = parse(value);
        return result ? std::nullopt : std::optional(result.error());
    };
}

const QList<std::pair<QString, Taste>> &kinds()
{
    static const QList<std::pair<QString, Taste>> all{
        {QStringLiteral("capabilities"), tasteOf(parseCapabilities)},
        {QStringLiteral("tokens"), tasteOf(parseTokens)},
        {QStringLiteral("sessions"), tasteOf(parseSessions)},
        {QStringLiteral("changes"), tasteOf(parseChanges)},
        {QStringLiteral("operations"), tasteOf(parseOperationResults)},
        {QStringLiteral("uploads"), tasteOf(parseUploadAnswers)},
        {QStringLiteral("upload_state"), tasteOf(parseUploadState)},
        {QStringLiteral("parts"), tasteOf(parsePartUrls)},
        {QStringLiteral("downloads"), tasteOf(parseDownloads)},
    };
    return all;
}

/// All values that differ from `value` in one place, by each of the replacements.
void mutate(const QJsonValue &value, const std::function<void(const QJsonValue &)> &take)
{
    static const QList<QJsonValue> replacements{QJsonValue(),
                                                QJsonValue(true),
                                                QJsonValue(-1),
                                                QJsonValue(1e300),
                                                QJsonValue(QStringLiteral("")),
                                                QJsonValue(QString(100'000, u'x')),
                                                QJsonValue(QStringLiteral("\u202e\u0000../")),
                                                QJsonArray{QJsonArray{1}},
                                                QJsonObject{}};
    for (const QJsonValue &replacement : replacements)
        take(replacement);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto with = [&](const QJsonValue &inner) {
                QJsonObject changed = object;
                changed.insert(it.key(), inner);
                take(changed);
            };
            QJsonObject without = object;
            without.remove(it.key());
            take(without);
            mutate(it.value(), with);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            mutate(array.at(i), [&](const QJsonValue &inner) {
                QJsonArray changed = array;
                changed.replace(i, inner);
                take(changed);
            });
        }
    }
}

} // namespace

/// Whatever is wrong with an answer: it is understood, or it is BadAnswer; never anything else.
class TestMutation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMember_data() { addKinds(); }
    void everyMember();
    void everyByte_data() { addKinds(); }
    void everyByte();
    void tooManyItems();

private:
    static void addKinds();
};

void TestMutation::addKinds()
{
    QTest::addColumn<int>("kind");
    for (int i = 0; i < kinds().size(); ++i)
        QTest::newRow(qPrintable(kinds().at(i).first)) << i;
}

void TestMutation::everyMember()
{
    QFETCH(const int, kind);
    const auto &[name, taste] = kinds().at(kind);
    QVERIFY(!taste(tests::golden(name)));
    int tried = 0;
    int refused = 0;
    int wrongly = 0;
    mutate(tests::golden(name), [&, &taster = taste](const QJsonValue &value) {
        const auto error = taster(value);
        ++tried;
        refused += error ? 1 : 0;
        wrongly += error && error->code != domain::ErrorCode::BadAnswer ? 1 : 0;
    });
    QVERIFY(tried > 100);
    QVERIFY(refused > tried / 2);
    QCOMPARE(wrongly, 0);
}

void TestMutation::everyByte()
{
    QFETCH(const int, kind);
    const auto &[name, taste] = kinds().at(kind);
    const QByteArray bytes = tests::goldenBytes(name);
    support::SeededRandom random(static_cast<quint64>(kind) + 7);
    for (int i = 0; i < 2000; ++i) {
        QByteArray broken = bytes;
        if (i % 4 == 0)
            broken.truncate(static_cast<qsizetype>(random.below(static_cast<quint64>(broken.size()))));
        for (quint64 flips = random.below(4); !broken.isEmpty() && flips > 0; --flips)
            broken[static_cast<qsizetype>(random.below(static_cast<quint64>(broken.size())))] =
                static_cast<char>(random.below(256));
        const auto json = parseJson(broken);
        const auto error = json ? taste(*json) : std::optional(json.error());
        QVERIFY(!error || error->code == domain::ErrorCode::BadAnswer);
        const domain::Error problem = errorOfAnswer(500, broken, broken.left(20));
        QVERIFY(problem.detail.size() < 400);
    }
}

void TestMutation::tooManyItems()
{
    QJsonArray removed;
    for (int i = 0; i <= maxItems; ++i)
        removed.append(QJsonObject{});
    QJsonObject changes = tests::golden(QStringLiteral("changes")).toObject();
    changes.insert(QLatin1String("removed"), removed);
    QVERIFY(!parseChanges(changes));
    QVERIFY(!parseJson(QByteArray(100'000, '[')));
}

QTEST_APPLESS_MAIN(TestMutation)
#include "tst_mutation.moc"
