"""Each rule has to find the fault that it is there for, and to leave what is right alone."""
import pathlib
import tempfile
import unittest

import clashes
import layers
import texts


def target(name, folder, *links):
    return layers.Target(name, folder, list(links))


def check(*targets):
    return layers.check_links({each.name: each for each in targets})


class Links(unittest.TestCase):
    mirror = target("mirror", "core/mirror", "domain")
    domain = target("domain", "core/domain")

    def test_down_is_right(self):
        self.assertEqual(check(self.mirror, self.domain), [])

    def test_up_is_wrong(self):
        self.assertIn("above", check(self.mirror, target("domain", "core/domain", "mirror"))[0])

    def test_siblings_are_strangers(self):
        self.assertEqual(len(check(self.mirror, self.domain, target("api", "core/api", "mirror"))), 1)

    def test_the_core_does_not_draw(self):
        self.assertIn("draws", check(target("domain", "core/domain", "Qt6::Gui"))[0])

    def test_the_server_has_no_qt(self):
        self.assertIn("no Qt", check(target("http", "server/http", "Qt6::Core"))[0])

    def test_the_server_sees_no_client(self):
        self.assertEqual(len(check(self.domain, target("http", "server/http", "domain"))), 1)

    def test_the_engine_sees_no_window(self):
        self.assertEqual(len(check(target("m", "ui/models"), target("engine", "app/engine", "m"))), 1)

    def test_an_unknown_room_is_named(self):
        self.assertIn("no room yet", check(target("new", "core/new"))[0])


class Texts(unittest.TestCase):
    def findings(self, where, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / where
            path.parent.mkdir(parents=True)
            path.write_text(text)
            return texts.check_text(path, pathlib.Path(folder)) + texts.check_sizes([path], pathlib.Path(folder))

    def test_banned(self):
        for where, text in [
            ("core/a/x.cpp", "delete thing;"),
            ("core/a/x.cpp", "delete[] things;"),
            ("ui/a/x.cpp", "Log::instance().write();"),
            ("core/a/x.cpp", "QEventLoop loop;"),
            ("ui/a/x.cpp", "QCoreApplication::processEvents();"),
            ("ui/a/x.cpp", "dialog.exec();"),
            ("ui/a/x.cpp", "menu->exec(position);"),
            ("tests/a/x.cpp", "QTest::qWait(100);"),
            ("tests/a/x.cpp", "std::this_thread::sleep_for(1s);"),
        ]:
            self.assertEqual(len(self.findings(where, text)), 1, text)

    def test_allowed(self):
        for where, text in [
            ("core/a/x.h", "X(const X &) = delete;"),
            ("core/a/x.cpp", "job->deleteLater();"),
            ("core/a/x.cpp", "// we never delete here"),
            ("core/a/x.cpp", 'query.exec("DELETE FROM files"); run("delete from");'),
            ("core/a/x.cpp", 'x = R"(delete from files)";'),
            ("app/desktop/main.cpp", "return application.exec();"),
            ("tests/a/x.cpp", "QTRY_VERIFY(done);"),
        ]:
            self.assertEqual(self.findings(where, text), [], text)

    def test_sizes(self):
        long_function = "void f()\n{\n" + "    g();\n" * 61 + "}\n"
        self.assertIn("61 lines", self.findings("core/a/x.cpp", long_function)[0])
        self.assertEqual(self.findings("core/a/x.cpp", long_function.replace("    g();\n", "", 1)), [])
        self.assertIn("601 lines", self.findings("core/a/x.cpp", "//\n" * 601)[0])


class Clashes(unittest.TestCase):
    def findings(self, *files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            paths = []
            for where, text in files:
                path = root / where
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"namespace {{\n\n{text}\n\n}} // namespace\n")
                paths.append(path)
            return clashes.check_clashes(paths, root)

    def test_the_same_twice(self):
        for text in ["int f(int a)\n{\n}", "Problem badKey()\n{\n}", "constexpr int most = 3;", "struct Row\n{\n};",
                     "Q_DECLARE_METATYPE(a::Rule)"]:
            self.assertEqual(len(self.findings(("core/a/src/x.cpp", text), ("core/a/src/deep/y.cpp", text))), 1, text)

    def test_what_differs(self):
        self.assertEqual(self.findings(("core/a/src/x.cpp", "int f(int a)\n{\n}"), ("core/a/src/y.cpp", "int f(char b)\n{\n}")), [])
        self.assertEqual(self.findings(("core/a/src/x.cpp", "struct A\n{\n};"), ("core/b/src/y.cpp", "struct A\n{\n};")), [])


if __name__ == "__main__":
    unittest.main()
