// libFuzzer's entry: one program for each target, which FUZZ_TARGET names.
#include "target.h"

#include <cstdint>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const learnlab::fuzz::Target &target : learnlab::fuzz::targets()) {
        if (std::strcmp(target.name, FUZZ_TARGET) == 0)
            target.run(std::string_view(reinterpret_cast<const char *>(data), size));
    }
    return 0;
}
