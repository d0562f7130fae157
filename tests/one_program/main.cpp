#include "one_program.h"

#include <cstdio>
#include <map>
#include <string>

namespace learnlab::testsupport {
namespace {

std::map<std::string, TestFunction> &tests()
{
    static std::map<std::string, TestFunction> known;
    return known;
}

} // namespace

bool addTest(const char *file, TestFunction function)
{
    std::string name = file;
    name.erase(0, name.rfind('/') + 1);
    name.erase(name.rfind('.'));
    return tests().emplace(name, function).second;
}

} // namespace learnlab::testsupport

// PROGRAM TEST [ARGUMENT...]: the arguments are the test's own.
int main(int argc, char *argv[])
{
    const auto &known = learnlab::testsupport::tests();
    const auto found = argc > 1 ? known.find(argv[1]) : known.end();
    if (found == known.end()) {
        std::fprintf(stderr, "usage: %s TEST [ARGUMENT...]; the tests in here:\n", argv[0]);
        for (const auto &[name, function] : known) {
            std::fprintf(stderr, "  %s\n", name.c_str());
        }
        return 2;
    }
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}
