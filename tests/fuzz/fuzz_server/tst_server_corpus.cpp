// What the server reads of strangers, from tests/fuzz/corpus.
#include <replay.h>

class TestServerCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replays_data() { learnlab::fuzz::corpusRows(); }
    void replays() { learnlab::fuzz::replayRow(); }
};

QTEST_GUILESS_MAIN(TestServerCorpus)
#include "tst_server_corpus.moc"
