#include "name_search.h"

#include "text_find.h"

#include <algorithm>
#include <array>

namespace learnlab::mirror {

namespace {

using Mask = quint8; ///< a bit for each word

/// Keeps the best; the worst of them stands first.
class Best
{
public:
    explicit Best(size_t limit) : m_limit(limit) {}

    [[nodiscard]] bool isFull() const { return m_hits.size() >= m_limit; }
    [[nodiscard]] bool wants(const NameHit &hit) const { return !isFull() || before(hit, m_hits.front()); }
    void offer(const NameHit &hit)
    {
        if (!wants(hit))
            return;
        if (isFull()) {
            std::pop_heap(m_hits.begin(), m_hits.end(), before);
            m_hits.pop_back();
        }
        m_hits.push_back(hit);
        std::push_heap(m_hits.begin(), m_hits.end(), before);
    }
    [[nodiscard]] std::vector<NameHit> take()
    {
        std::sort(m_hits.begin(), m_hits.end(), before);
        return std::move(m_hits);
    }

private:
    static bool before(const NameHit &a, const NameHit &b)
    {
        // What came last stands first among equals, as names are looked through: so most are not even taken.
        return std::tuple(a.rank, ~a.seconds, a.kind, -a.row) < std::tuple(b.rank, ~b.seconds, b.kind, -b.row);
    }

    size_t m_limit;
    std::vector<NameHit> m_hits;
};

bool beginsWord(std::string_view key, size_t at)
{
    return at == 0 || endsWord(key[at - 1]);
}

/// The record whose key this place of the text is in, none before `index`. Near ones are found by walking, for far
/// ones the records between need not be touched.
size_t recordAt(std::span<const NameBlock::Record> records, size_t index, size_t place)
{
    constexpr int steps = 4;
    for (int i = 0; i < steps; ++i, ++index) {
        if (index + 1 == records.size() || records[index + 1].text > place)
            return index;
    }
    const auto next = std::upper_bound(records.begin() + static_cast<std::ptrdiff_t>(index), records.end(), place,
                                       [](size_t at, const NameBlock::Record &record) { return at < record.text; });
    return static_cast<size_t>(next - records.begin()) - 1;
}

// Ranks from 3 on: the word stands inside of another, some words are in the path, or none is in the name.
constexpr int inside = 3;
constexpr int byPath = 4;
constexpr int nowhere = 5;

/// Where one of so many names has a word it pays to look for the beginnings of words first.
constexpr size_t namesForAHit = 30;
constexpr size_t fewHits = 500;

class Search
{
public:
    Search(const NameTable &table, const NameWanted &wanted, size_t limit)
        : m_table(table),
          m_wanted(wanted),
          m_best(limit),
          m_words(wanted.words.begin(), wanted.words.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                   wanted.words.size(), NameWanted::mostWords))),
          m_all(static_cast<Mask>((1U << m_words.size()) - 1))
    {
        for (const std::string_view word : m_words) {
            if (!m_phrase.empty())
                m_phrase += ' ';
            m_phrase += word;
        }
        m_beginning += '\n';
        m_beginning += m_phrase;
        placeFolders();
        orderWords();
    }

    std::vector<NameHit> run()
    {
        if (m_words.size() == 1) {
            lookForOneWord();
            return m_best.take();
        }
        for (auto it = m_table.blocks().rbegin(); it != m_table.blocks().rend(); ++it) {
            if (isWanted(it->second) && wants(it->first, it->second, 0))
                lookThrough(it->first, it->second);
        }
        return m_best.take();
    }

private:
    /// What holds for all that is in a folder: whether it may be found, and which words its path has.
    void placeFolders()
    {
        const std::optional<quint32> below =
            m_wanted.below ? m_table.numberOf(*m_wanted.below) : std::optional(NameTable::root);
        m_inside.assign(m_table.folders().size(), 0);
        if (below == NameTable::root) {
            m_inside = m_table.live();
        } else if (below) {
            const NameTable::Folder *top = &m_table.folders()[*below];
            m_inside = m_table.inherited<char>(0, 0, [top](const NameTable::Folder &folder, char above) {
                return static_cast<char>(above || &folder == top);
            });
            for (size_t i = 0; i < m_inside.size(); ++i)
                m_inside[i] = m_inside[i] && m_table.live()[i];
        }
        m_path.assign(m_table.folders().size(), 0);
        if (m_words.size() < 2)
            return; // one word has to be in the name
        m_path = m_table.inherited<Mask>(0, 0, [this](const NameTable::Folder &folder, Mask above) {
            for (size_t w = 0; w < m_words.size(); ++w) {
                if (std::string_view(folder.key.constData(), size_t(folder.key.size())).find(m_words[w]) !=
                    std::string_view::npos)
                    above = static_cast<Mask>(above | (1U << w));
            }
            return above;
        });
    }

    /// The longest first: they leave the least to look at.
    void orderWords()
    {
        for (size_t w = 0; w < m_words.size(); ++w)
            m_order.push_back(w);
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](size_t a, size_t b) { return m_words[a].size() > m_words[b].size(); });
    }

    [[nodiscard]] bool passes(const NameBlock::Record &record, ItemKind kind, qint64 row) const
    {
        if (record.hidden || record.seconds < m_wanted.since ||
            (m_wanted.before != 0 && record.seconds >= m_wanted.before))
            return false;
        if (kind == ItemKind::Folder)
            return !m_wanted.filesOnly();
        return (m_wanted.kinds == 0 || (m_wanted.kinds >> record.kind & 1U) != 0) && record.size >= m_wanted.larger &&
               (m_wanted.smaller < 0 || record.size < m_wanted.smaller) &&
               (!m_wanted.rows || std::binary_search(m_wanted.rows->begin(), m_wanted.rows->end(), row));
    }

    /// Whether a name of this block would be among the best with this rank.
    [[nodiscard]] bool wants(qint64 number, const NameTable::Block &block, const NameBlock::Record &record,
                             int rank) const
    {
        return m_best.wants({block.kind, rowOf(number, record.slot), 0, rank, record.seconds});
    }
    /// The newest of them would, were it the last one too.
    [[nodiscard]] bool wants(qint64 number, const NameTable::Block &block, int rank) const
    {
        return m_best.wants({block.kind, rowOf(number, NameBlock::rowsEach - 1), 0, rank, block.newest});
    }
    [[nodiscard]] static qint64 rowOf(qint64 number, int slot) { return number / 2 * NameBlock::rowsEach + slot; }

    [[nodiscard]] bool isAllowed(qint64 number, const NameTable::Block &block, const NameBlock::Record &record) const
    {
        return m_inside[block.parents[record.parent]] && passes(record, block.kind, rowOf(number, record.slot));
    }

    void offer(qint64 number, const NameTable::Block &block, size_t index, int rank)
    {
        const NameBlock::Record &record = block.names.records()[index];
        if (!wants(number, block, record, rank) || !isAllowed(number, block, record))
            return;
        const quint32 folder = block.kind == ItemKind::Folder ? block.own[index] : 0;
        m_best.offer({block.kind, rowOf(number, record.slot), folder, rank, record.seconds});
    }

    [[nodiscard]] int rankOf(std::string_view key, Mask inName) const
    {
        if (inName != m_all)
            return byPath;
        return m_words.empty() ? 0 : rankFrom(key, key.find(m_words[0]));
    }

    /// `at`: where the first word stands for the first time, if it does.
    [[nodiscard]] int rankFrom(std::string_view key, size_t at) const
    {
        if (at == std::string_view::npos)
            return nowhere;
        for (int rank = inside; at != std::string_view::npos; at = key.find(m_words[0], at + 1)) {
            rank = rankAt(key, at);
            if (rank < inside)
                return rank;
        }
        return inside;
    }

    [[nodiscard]] int rankAt(std::string_view key, size_t at) const
    {
        if (at == 0 && key.starts_with(m_phrase))
            return rankOfBeginning(key);
        return beginsWord(key, at) ? 2 : inside;
    }

    [[nodiscard]] int rankOfBeginning(std::string_view key) const
    {
        return key.size() == m_phrase.size() || key[m_phrase.size()] == '.' ? 0 : 1;
    }

    [[nodiscard]] bool isWanted(const NameTable::Block &block) const
    {
        return block.kind == ItemKind::File || !m_wanted.filesOnly();
    }

    /// All names at once while few have the word. Where many have it, first those in which a word begins so: with
    /// enough of them nothing that stands elsewhere in a name is among the best.
    void lookForOneWord()
    {
        auto it = m_table.blocks().rbegin();
        size_t names = 0;
        for (size_t found = 0; it != m_table.blocks().rend(); ++it) {
            if (found > fewHits && found * namesForAHit > names)
                break;
            if (isWanted(it->second))
                found += lookForPlaces(it->first, it->second, FindWhere::Anywhere);
            names += it->second.names.records().size();
        }
        const auto behind = it;
        for (; it != m_table.blocks().rend(); ++it) {
            if (isWanted(it->second))
                lookForPlaces(it->first, it->second, FindWhere::AtWordStarts);
        }
        for (it = behind; it != m_table.blocks().rend(); ++it) {
            if (isWanted(it->second) && wants(it->first, it->second, inside))
                lookInside(it->first, it->second);
        }
    }

    /// Offers what has the word there, by the best place; answers how many do.
    size_t lookForPlaces(qint64 number, const NameTable::Block &block, FindWhere where)
    {
        // Names that are too old to be among the best by a word inside them can only be called so.
        const bool beginningsAlone = !wants(number, block, 2);
        m_places.clear();
        if (beginningsAlone)
            findAll(block.names.text(), m_beginning, FindWhere::Anywhere, &m_places);
        else
            findAll(block.names.text(), m_words[0], where, &m_places);
        const auto records = block.names.records();
        size_t index = 0;
        size_t names = 0;
        for (size_t i = 0; i < m_places.size(); ++names) {
            index = recordAt(records, index, m_places[i] + (beginningsAlone ? 1U : 0U));
            const NameBlock::Record &record = records[index];
            const std::string_view key = block.names.key(record);
            int rank = beginningsAlone ? rankOfBeginning(key) : inside;
            for (const size_t end = size_t(record.text) + record.length; i < m_places.size() && m_places[i] < end; ++i)
                rank = std::min(rank, beginningsAlone ? rank : rankAt(key, m_places[i] - size_t(record.text)));
            offer(number, block, index, rank);
        }
        return names;
    }

    /// Where the word stands inside of words: what has it at the beginning of one was offered before.
    void lookInside(qint64 number, const NameTable::Block &block)
    {
        const auto records = block.names.records();
        m_candidates.clear();
        for (size_t i = 0; i < records.size(); ++i) {
            if (wants(number, block, records[i], inside) && isAllowed(number, block, records[i]))
                m_candidates.push_back(static_cast<uint16_t>(i));
        }
        constexpr size_t few = 24;
        if (m_candidates.size() <= few) {
            for (const size_t index : m_candidates) {
                const std::string_view key = block.names.key(records[index]);
                if (rankFrom(key, key.find(m_words[0])) == inside)
                    offer(number, block, index, inside);
            }
            return;
        }
        eachWith(block.names, m_words[0], [&](size_t index, size_t at) {
            if (wants(number, block, records[index], inside) && rankFrom(block.names.key(records[index]), at) == inside)
                offer(number, block, index, inside);
        });
    }

    /// Calls `found(index of the name, place in its key)` for the first place of the word in each name of the block.
    template <class Found>
    void eachWith(const NameBlock &names, std::string_view word, const Found &found) const
    {
        const auto records = names.records();
        size_t index = 0;
        for (size_t at = findText(names.text(), 0, word); at != std::string_view::npos;) {
            index = recordAt(records, index, at);
            found(index, at - records[index].text);
            at = findText(names.text(), size_t(records[index].text) + records[index].length, word);
        }
    }

    /// By the longest of several words, which leaves the least to look at.
    void lookForAllInNames(qint64 number, const NameTable::Block &block)
    {
        const auto records = block.names.records();
        eachWith(block.names, m_words[m_order.front()], [&](size_t index, size_t) {
            if (!wants(number, block, records[index], 0))
                return;
            const std::string_view key = block.names.key(records[index]);
            const bool all = std::all_of(m_order.begin() + 1, m_order.end(), [this, key](size_t word) {
                return key.find(m_words[word]) != std::string_view::npos;
            });
            if (all)
                offer(number, block, index, rankOf(key, m_all));
        });
    }

    void lookThrough(qint64 number, const NameTable::Block &block)
    {
        Mask inPaths = 0;
        for (const quint32 parent : block.parents)
            inPaths = static_cast<Mask>(inPaths | m_path[parent]);
        // Names that have all the words are better than those that owe some to their path: mostly there soon are enough.
        if (m_words.size() > 1 && (inPaths == 0 || !wants(number, block, byPath)))
            return lookForAllInNames(number, block);
        const auto needed = std::find_if(m_order.begin(), m_order.end(),
                                         [inPaths](size_t word) { return (inPaths >> word & 1U) == 0; });
        if (needed != m_order.end())
            lookForNeeded(number, block, *needed);
        else
            lookForAll(number, block);
    }

    /// No path of the block has this word: only names that have it are looked at closer.
    void lookForNeeded(qint64 number, const NameTable::Block &block, size_t needed)
    {
        eachWith(block.names, m_words[needed], [&](size_t index, size_t) {
            const NameBlock::Record &record = block.names.records()[index];
            if (!wants(number, block, record, 0))
                return;
            const std::string_view key = block.names.key(record);
            auto inName = static_cast<Mask>(1U << needed);
            for (size_t word = 0; word < m_words.size(); ++word) {
                if (word != needed && key.find(m_words[word]) != std::string_view::npos)
                    inName = static_cast<Mask>(inName | (1U << word));
            }
            if ((inName | m_path[block.parents[record.parent]]) == m_all)
                offer(number, block, index, rankOf(key, inName));
        });
    }

    /// Any word may be missing in a name, but not all of them.
    void lookForAll(qint64 number, const NameTable::Block &block)
    {
        std::array<Mask, NameBlock::rowsEach> masks{};
        for (const size_t word : m_order) {
            eachWith(block.names, m_words[word], [&masks, word](size_t index, size_t) {
                masks[index] = static_cast<Mask>(masks[index] | (1U << word));
            });
        }
        const auto records = block.names.records();
        for (size_t i = 0; i < records.size(); ++i) {
            const auto found = static_cast<Mask>(masks[i] | m_path[block.parents[records[i].parent]]);
            if (found == m_all && (masks[i] != 0 || m_all == 0) && wants(number, block, records[i], 0))
                offer(number, block, i, rankOf(block.names.key(records[i]), masks[i]));
        }
    }

    const NameTable &m_table;
    const NameWanted &m_wanted;
    Best m_best;
    std::vector<std::string_view> m_words;
    Mask m_all;
    std::vector<size_t> m_order; ///< in which the words are looked for
    std::string m_phrase;
    std::string m_beginning;            ///< the phrase as the first of a name
    std::vector<uint16_t> m_places;     ///< of one block
    std::vector<uint16_t> m_candidates; ///< likewise
    std::vector<char> m_inside;         ///< by folder: what is in it may be found
    std::vector<Mask> m_path;           ///< by folder: the words in its path
};

} // namespace

std::vector<NameHit> searchNames(const NameTable &table, const NameWanted &wanted, size_t limit)
{
    if (limit == 0 || table.isEmpty())
        return {};
    return Search(table, wanted, limit).run();
}

} // namespace learnlab::mirror
