# How every target of the project is compiled: one interface target, linked by learnlab_room() and friends.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# A room is compiled without waiting for the archives of the rooms below it.
set(CMAKE_OPTIMIZE_DEPENDENCIES ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Precompiled headers are only cached when ccache is told that their timestamps do not matter.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${CCACHE_PROGRAM})
endif()

add_library(learnlab_flags INTERFACE)
target_compile_options(learnlab_flags INTERFACE
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wunused
  $<$<BOOL:${LEARNLAB_WERROR}>:-Werror>
  # Several files in one: what a .cpp keeps to itself then looks to the compiler as if a header did.
  $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
  # Lets ccache serve files that use a precompiled header.
  $<$<BOOL:${CCACHE_PROGRAM}>:-fpch-preprocess>)
target_compile_definitions(learnlab_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  target_link_options(learnlab_flags INTERFACE -fuse-ld=mold)
endif()

if(LEARNLAB_SANITIZE)
  target_compile_options(learnlab_flags INTERFACE -fsanitize=${LEARNLAB_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # g++ 12 sees accesses out of bounds in the sanitizers' own instrumentation of moved strings.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=array-bounds>)
  target_link_options(learnlab_flags INTERFACE -fsanitize=${LEARNLAB_SANITIZE})
  if(LEARNLAB_SANITIZE_LESS)
    target_compile_options(learnlab_flags INTERFACE -fno-sanitize=${LEARNLAB_SANITIZE_LESS})
  endif()
endif()

if(LEARNLAB_FUZZ)
  target_compile_options(learnlab_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What tests, and the programs that they start, need in their environment to run under a sanitizer.
set(LEARNLAB_SANITIZER_ENVIRONMENT "")
if(LEARNLAB_SANITIZE MATCHES "address")
  set(LEARNLAB_SANITIZER_ENVIRONMENT
      "ASAN_OPTIONS=detect_stack_use_after_return=1"
      "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0"
      "UBSAN_OPTIONS=print_stacktrace=1")
elseif(LEARNLAB_SANITIZE MATCHES "thread")
  set(LEARNLAB_SANITIZER_ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp:halt_on_error=1")
endif()
