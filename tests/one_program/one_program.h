#pragma once

#include <QTest>

// In a unity build the tests of a folder are one program (cmake/LearnLabRooms.cmake): parsing Qt's headers is most of
// what a test costs to compile. Each QTEST_MAIN then makes a function, found by the name of its file.
namespace learnlab::testsupport {

using TestFunction = int (*)(int argc, char **argv);

// Keeps the function under the file's name without its folder and ending. Answers true, for a static to be made of it.
bool addTest(const char *file, TestFunction function);

} // namespace learnlab::testsupport

#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                                                                            \
    static int mainOf##TestObject(int argc, char *argv[])                                                              \
    {                                                                                                                  \
        QTest::Internal::callInitMain<TestObject>();                                                                   \
        __VA_ARGS__                                                                                                    \
        TestObject tc;                                                                                                 \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&tc, argc, argv);                                                                          \
    }                                                                                                                  \
    static const bool knows##TestObject = learnlab::testsupport::addTest(__FILE__, mainOf##TestObject);

// Several tests run beside one another on machines that may be busy with others: what takes 5 s now and then is no fault.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, 30000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, 30000)
