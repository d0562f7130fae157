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
    [[nodiscard]] bool wants(int rank, quint32 seconds) const
    {
        return !isFull() || std::pair(rank, ~seconds) < std::pair(m_hits.front().rank, ~m_hits.front().seconds);
    }
    void offer(const NameHit &hit)
    {
        if (!wants(hit.rank, hit.seconds))
            return;
        if (isFull()) {
            std::pop_heap(m_hits.begin(), m_hits.end(), before);
            m_hits.pop_back();
        }
        m_hits.push_back(hit);
        std::push_heap(m_hits.begin(), m_hits.end(), before);
    }
    void clear() { m_hits.clear(); }
    [[nodiscard]] std::vector<NameHit> take()
    {
        std::sort(m_hits.begin(), m_hits.end(), before);
        return std::move(m_hits);
    }

private:
    static bool before(const NameHit &a, const NameHit &b)
    {
        return std::tuple(a.rank, ~a.seconds, a.kind, a.row, a.folder) <
               std::tuple(b.rank, ~b.seconds, b.kind, b.row, b.folder);
    }

    size_t m_limit;
    std::vector<NameHit> m_hits;
};

bool beginsWord(std::string_view key, size_t at)
{
    if (at == 0)
        return true;
    const auto c = static_cast<unsigned char>(key[at - 1]);
    const bool letter = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    return !letter;
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
        for (const std::string_view word : m_words)
            m_phrase += (m_phrase.empty() ? "" : " ") + std::string(word);
        placeFolders();
        orderWords();
    }

    std::vector<NameHit> run()
    {
        // With enough names that begin so, nothing that stands elsewhere in a name is among the best.
        if (m_words.size() == 1 && lookForBeginnings())
            return m_best.take();
        for (auto it = m_table.blocks().rbegin(); it != m_table.blocks().rend(); ++it) {
            if (it->second.kind == ItemKind::File || !m_wanted.filesOnly())
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
        if (below) {
            const NameTable::Folder *top = &m_table.folders()[*below];
            m_inside = m_table.inherited<char>(*below == NameTable::root, 0,
                                               [top](const NameTable::Folder &folder, char above) {
                                                   return static_cast<char>(above || &folder == top);
                                               });
        }
        for (size_t i = 0; i < m_inside.size(); ++i)
            m_inside[i] = m_inside[i] && m_table.live()[i];
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

    void offer(qint64 number, const NameTable::Block &block, size_t index, int rank)
    {
        const NameBlock::Record &record = block.names.records()[index];
        const quint32 parent = block.parents[record.parent];
        const qint64 row = number / 2 * NameBlock::rowsEach + record.slot;
        if (!m_best.wants(rank, record.seconds) || !m_inside[parent] || !passes(record, block.kind, row))
            return;
        const quint32 folder = block.kind == ItemKind::Folder ? block.own[index] : 0;
        m_best.offer({block.kind, row, folder, rank, record.seconds});
    }

    [[nodiscard]] int rankOf(std::string_view key, Mask inName) const
    {
        if (inName != m_all)
            return 4;
        return m_words.empty() ? 0 : rankFrom(key, key.find(m_words[0]));
    }

    /// `at`: where the first word stands for the first time.
    [[nodiscard]] int rankFrom(std::string_view key, size_t at) const
    {
        if (at == 0 && key.starts_with(m_phrase))
            return key.size() == m_phrase.size() || key[m_phrase.size()] == '.' ? 0 : 1;
        for (; at != std::string_view::npos; at = key.find(m_words[0], at + 1)) {
            if (beginsWord(key, at))
                return 2;
        }
        return 3;
    }

    /// True: these are the best.
    bool lookForBeginnings()
    {
        const std::string needle = '\n' + std::string(m_words[0]);
        for (auto it = m_table.blocks().rbegin(); it != m_table.blocks().rend(); ++it) {
            const NameTable::Block &block = it->second;
            if (block.kind == ItemKind::Folder && m_wanted.filesOnly())
                continue;
            const auto records = block.names.records();
            size_t index = 0;
            for (size_t at = findText(block.names.text(), 0, needle); at != std::string_view::npos;
                 at = findText(block.names.text(), at + 1, needle)) {
                index = recordAt(records, index, at + 1);
                offer(it->first, block, index, rankOf(block.names.key(records[index]), m_all));
            }
        }
        if (m_best.isFull())
            return true;
        m_best.clear();
        return false;
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

    void lookThrough(qint64 number, const NameTable::Block &block)
    {
        Mask inPaths = 0;
        for (const quint32 parent : block.parents)
            inPaths = static_cast<Mask>(inPaths | m_path[parent]);
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
        eachWith(block.names, m_words[needed], [&](size_t index, size_t at) {
            const NameBlock::Record &record = block.names.records()[index];
            if (!m_best.wants(0, record.seconds))
                return;
            const std::string_view key = block.names.key(record);
            if (m_words.size() == 1)
                return offer(number, block, index, rankFrom(key, at));
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
            if (found == m_all && (masks[i] != 0 || m_all == 0) && m_best.wants(0, records[i].seconds))
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
    std::vector<char> m_inside; ///< by folder: what is in it may be found
    std::vector<Mask> m_path;   ///< by folder: the words in its path
};

} // namespace

std::vector<NameHit> searchNames(const NameTable &table, const NameWanted &wanted, size_t limit)
{
    if (limit == 0 || table.isEmpty())
        return {};
    return Search(table, wanted, limit).run();
}

} // namespace learnlab::mirror
