#pragma once

#include "name_block.h"

#include <QHash>

#include <map>
#include <mutex>
#include <vector>

namespace learnlab::mirror {

/// All names of the mirror in memory, as their blocks lie in it: what a search looks through. Read when it is first
/// needed; afterwards only blocks that changed are read again. Readers of several threads share one: each holds its
/// mutex while it brings the table to its snapshot (never back) and looks through it.
class NameTable
{
public:
    static constexpr quint32 root = 0;

    struct Folder
    {
        NameBlock::Id id{};
        quint32 parent = root;
        bool known = false; ///< false: only named by what is in it
        bool hidden = false;
        QByteArray key;
    };

    struct Block
    {
        ItemKind kind = ItemKind::File;
        NameBlock names;
        quint32 newest = 0;           ///< the latest change of any of them
        std::vector<quint32> parents; ///< for each of names.parents() its number in folders()
        std::vector<quint32> own;     ///< folders: their own numbers, in the order of the records
    };

    [[nodiscard]] std::mutex &mutex() { return m_mutex; }

    // with the mutex held
    void refresh(Connection &connection);
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_blocks.empty(); }
    [[nodiscard]] const std::map<qint64, Block> &blocks() const { return m_blocks; } ///< by number
    [[nodiscard]] const std::vector<Folder> &folders() const { return m_folders; }   ///< the first is the root
    /// For each folder: neither it nor one above it is in trash, and all of them are known.
    [[nodiscard]] const std::vector<char> &live() const { return m_live; }
    [[nodiscard]] std::optional<quint32> numberOf(FolderId folder) const;

    /// A value for each folder, made of its own and its parent's by `join(folder, parents value)`. What lies in a
    /// circle gets `none`.
    template <class T, class Join>
    [[nodiscard]] std::vector<T> inherited(T ofRoot, T none, Join join) const
    {
        std::vector<T> values(m_folders.size(), none);
        std::vector<char> states(m_folders.size(), 0); // 1: on the way up, 2: done
        std::vector<quint32> way;
        values[root] = ofRoot;
        states[root] = 2;
        for (quint32 start = 0; start < m_folders.size(); ++start) {
            quint32 at = start;
            for (; states[at] == 0; at = m_folders[at].parent) {
                states[at] = 1;
                way.push_back(at);
            }
            T above = states[at] == 2 ? values[at] : none;
            for (; !way.empty(); way.pop_back()) {
                above = join(m_folders[way.back()], above);
                values[way.back()] = above;
                states[way.back()] = 2;
            }
        }
        return values;
    }

private:
    void take(qint64 number, const QByteArray &body);
    [[nodiscard]] quint32 folderNumber(const NameBlock::Id &id);

    std::mutex m_mutex;
    qint64 m_changed = 0; ///< the newest mark that was read
    std::map<qint64, Block> m_blocks;
    std::vector<Folder> m_folders;
    QHash<FolderId, quint32> m_numbers;
    std::vector<char> m_live;
};

} // namespace learnlab::mirror
