#pragma once
// Runs one coroutine of the server to its end on a loop of the test.

#include <server/support/result.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>

template <typename T>
T runTask(boost::asio::io_context &loop, learnlab::server::support::Task<T> task)
{
    std::optional<T> answer;
    boost::asio::co_spawn(loop, std::move(task), [&answer](std::exception_ptr thrown, T value) {
        if (thrown)
            std::rethrow_exception(thrown);
        answer.emplace(std::move(value));
    });
    loop.restart();
    while (!answer && loop.run_one() > 0) {
    }
    return std::move(*answer);
}
