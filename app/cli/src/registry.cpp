#include "registry.h"

#include "commands/changes.h"
#include "commands/get.h"
#include "commands/history.h"
#include "commands/keep.h"
#include "commands/limit.h"
#include "commands/links.h"
#include "commands/login.h"
#include "commands/ls.h"
#include "commands/mkdir.h"
#include "commands/mv.h"
#include "commands/open.h"
#include "commands/put.h"
#include "commands/receipts.h"
#include "commands/rm.h"
#include "commands/search.h"
#include "commands/sessions.h"
#include "commands/status.h"
#include "commands/sync.h"
#include "commands/transfers.h"
#include "commands/trash.h"
#include "commands/verify_receipt.h"

namespace learnlab::cli {

namespace {

template <class T>
Entry entry(const char *name)
{
    return {QString::fromLatin1(name), [] { return std::make_unique<T>(); }};
}

} // namespace

std::vector<Entry> commandList()
{
    return {
        entry<Login>("login"),
        entry<Logout>("logout"),
        entry<Status>("status"),
        entry<Sync>("sync"),
        entry<Ls>("ls"),
        entry<Put>("put"),
        entry<Get>("get"),
        entry<Mkdir>("mkdir"),
        entry<Mv>("mv"),
        entry<Rm>("rm"),
        entry<Trash>("trash"),
        entry<Restore>("restore"),
        entry<Search>("search"),
        entry<Keep>("keep"),
        entry<Unkeep>("unkeep"),
        entry<Open>("open"),
        entry<Transfers>("transfers"),
        entry<Changes>("changes"),
        entry<History>("history"),
        entry<Undo>("undo"),
        entry<Redo>("redo"),
        entry<Limit>("limit"),
        entry<Sessions>("sessions"),
        entry<Receipt>("receipt"),
        entry<Receipts>("receipts"),
        entry<VerifyReceipt>("verify-receipt"),
        entry<MakeLink>("link"),
        entry<Links>("links"),
        entry<Unlink>("unlink"),
    };
}

} // namespace learnlab::cli
