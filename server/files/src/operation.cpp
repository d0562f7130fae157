#include "operation.h"

#include <server/support/bytes.h>

#include <array>

namespace learnlab::server::files {

namespace {

constexpr std::array<std::pair<std::string_view, OperationKind>, 6> kinds{{
    {"create_folder", OperationKind::CreateFolder},
    {"rename", OperationKind::Rename},
    {"move", OperationKind::Move},
    {"trash", OperationKind::Trash},
    {"restore", OperationKind::Restore},
    {"purge", OperationKind::Purge},
}};

Result<void> parseCreate(const http::Members &item, Operation &operation)
{
    const auto id = item.requireUuid("folder_id");
    if (!id)
        return fail(id.error());
    operation.onFolder = true;
    operation.target = *id;
    const auto policy = item.optionalText("if_exists");
    if (!policy)
        return fail(policy.error());
    const auto word = policy->value_or("fail");
    if (word != "fail" && word != "use")
        return fail(item.wrong("if_exists", "It is fail or use."));
    operation.useExisting = word == "use";
    return {};
}

Result<void> parseTarget(const http::Members &item, Operation &operation)
{
    const auto target = item.requireText("target");
    if (!target)
        return fail(target.error());
    if (*target != "file" && *target != "folder")
        return fail(item.wrong("target", "It is file or folder."));
    operation.onFolder = *target == "folder";
    const auto id = item.requireUuid("target_id");
    if (!id)
        return fail(id.error());
    operation.target = *id;
    return {};
}

Result<void> parseCondition(const http::Members &item, const std::string &prefix, Operation &operation)
{
    const auto *condition = item.find("if_revision");
    if (!condition)
        return {};
    if (const auto *object = condition->if_object()) {
        const auto after = http::Members(*object, prefix + "if_revision.").requireUuid("after");
        if (!after)
            return fail(after.error());
        operation.after = *after;
        return {};
    }
    const auto number = item.optionalInteger("if_revision");
    if (!number)
        return fail(number.error());
    operation.ifRevision = *number;
    return {};
}

Result<void> parsePlaceAndName(const http::Members &item, Operation &operation)
{
    const bool creates = operation.kind == OperationKind::CreateFolder;
    if (creates || operation.kind == OperationKind::Move) {
        const auto parent = item.optionalUuid("parent_id");
        if (!parent)
            return fail(parent.error());
        operation.parent = *parent;
    }
    if (creates || operation.kind == OperationKind::Rename) {
        const auto name = item.requireText("name");
        if (!name)
            return fail(name.error());
        operation.name = *name;
    } else if (operation.kind == OperationKind::Move) {
        const auto name = item.optionalText("name");
        if (!name)
            return fail(name.error());
        operation.name = *name;
    }
    return {};
}

// Over the parsed members, so that spelling and unknown members make no other request of it.
std::string operationHash(const Operation &operation)
{
    const boost::json::array all{static_cast<int>(operation.kind),
                                 operation.onFolder,
                                 operation.target.text(),
                                 operation.parent ? operation.parent->text() : std::string(),
                                 operation.name.value_or(std::string()),
                                 operation.name.has_value(),
                                 operation.useExisting,
                                 operation.ifRevision.value_or(-1),
                                 operation.after ? operation.after->text() : std::string()};
    return support::toHex(support::sha256(boost::json::serialize(all)));
}

} // namespace

Result<Operation> parseOperation(const boost::json::value &value, const std::string &prefix)
{
    const auto *object = value.if_object();
    if (!object)
        return fail(support::malformed("Each operation is an object.", prefix.substr(0, prefix.size() - 1)));
    const http::Members item(*object, prefix);
    Operation operation;
    const auto id = item.requireUuid("id");
    if (!id)
        return fail(id.error());
    operation.id = *id;
    const auto kind = item.requireText("kind");
    if (!kind)
        return fail(kind.error());
    const auto known =
        std::ranges::find(kinds, std::string_view(*kind), &std::pair<std::string_view, OperationKind>::first);
    if (known == kinds.end())
        return fail(item.wrong("kind", "This kind of operation is not known."));
    operation.kind = known->second;
    auto parsed =
        operation.kind == OperationKind::CreateFolder ? parseCreate(item, operation) : parseTarget(item, operation);
    if (parsed)
        parsed = parsePlaceAndName(item, operation);
    if (parsed)
        parsed = parseCondition(item, prefix, operation);
    if (!parsed)
        return fail(std::move(parsed.error()));
    operation.hash = operationHash(operation);
    return operation;
}

} // namespace learnlab::server::files
