// What the client reads of servers and of its own disk, from tests/fuzz/corpus.
#include <replay.h>

class TestClientCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replays_data() { learnlab::fuzz::corpusRows(); }
    void replays() { learnlab::fuzz::replayRow(); }
};

QTEST_GUILESS_MAIN(TestClientCorpus)
#include "tst_client_corpus.moc"
