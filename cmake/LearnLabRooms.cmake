# The shapes of target that the project is made of. A room is a static library with an include root of its own:
#   <room>/include/<prefix>/*.h   what others may include
#   <room>/src/*.{h,cpp}          what they may not
# A room sees exactly the rooms that it links, because nothing else is on its include path.

# AUTOMOC for the target. CMake 3.25 does not look at a header that a glob has newly found, so its stamp goes when the list
# of files changes.
function(learnlab_automoc name)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${name}_sources.txt)
  set(before "")
  if(EXISTS ${list})
    file(READ ${list} before)
  endif()
  if(NOT before STREQUAL "${ARGN}")
    file(WRITE ${list} "${ARGN}")
    file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/timestamp)
  endif()
endfunction()

# learnlab_room(NAME [MOC] [PCH HEADER...] LINKS TARGET... [PRIVATE_LINKS TARGET...])
# Makes the target NAME from the current folder. MOC: some class in it is a QObject.
function(learnlab_room name)
  cmake_parse_arguments(ARG "MOC" "" "PCH;LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/*.cpp src/*.h include/*.h)
  file(GLOB_RECURSE units CONFIGURE_DEPENDS src/*.cpp)
  if(units)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC include PRIVATE src)
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE learnlab_flags ${ARG_PRIVATE_LINKS})
    if(ARG_MOC)
      learnlab_automoc(${name} ${sources})
    endif()
    if(ARG_PCH)
      target_precompile_headers(${name} PRIVATE ${ARG_PCH})
    endif()
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE include)
    target_link_libraries(${name} INTERFACE ${ARG_LINKS})
  endif()
endfunction()

# learnlab_program(NAME [MOC] [PCH HEADER...] LINKS TARGET...): an executable from src/ of the current folder.
function(learnlab_program name)
  cmake_parse_arguments(ARG "MOC" "" "PCH;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/*.cpp src/*.h)
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE src)
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} learnlab_flags)
  if(ARG_MOC)
    learnlab_automoc(${name} ${sources})
  endif()
  if(ARG_PCH)
    target_precompile_headers(${name} PRIVATE ${ARG_PCH})
  endif()
endfunction()

# What the test programs of a folder have in common.
function(learnlab_test_program name)
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${ARG_INCLUDES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test learnlab_flags)
  target_compile_definitions(${name} PRIVATE LEARNLAB_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LEARNLAB_BINARY_DIR="${CMAKE_BINARY_DIR}")
  if(ARG_NEEDS)
    add_dependencies(${name} ${ARG_NEEDS})
  endif()
endfunction()

# learnlab_tests(LINKS TARGET... [INCLUDES DIR...] [NEEDS TARGET...] [LABELS LABEL...] [TIMEOUT SECONDS]
#                [ENVIRONMENT NAME=VALUE...] [SERIAL] [APART])
# One CTest test for each tst_*.cpp of the current folder; other .cpp files of the folder are linked into all of them.
# NEEDS are targets that the tests start. In a unity build the folder makes one program of all its tests, and the targets
# of the single tests only stand for it; APART keeps them programs of their own there too.
function(learnlab_tests)
  cmake_parse_arguments(ARG "SERIAL;APART" "TIMEOUT" "LINKS;INCLUDES;NEEDS;LABELS;ENVIRONMENT" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  # Of two values for one name the later wins: a folder may still ask for another platform.
  list(PREPEND ARG_ENVIRONMENT QT_QPA_PLATFORM=offscreen ${LEARNLAB_SANITIZER_ENVIRONMENT})
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
  file(GLOB shared CONFIGURE_DEPENDS *.cpp *.h)
  list(REMOVE_ITEM shared ${tests})
  set(together OFF)
  if(CMAKE_UNITY_BUILD AND NOT ARG_APART)
    set(together ON)
    add_executable(${folder}_tests ${tests} ${shared})
    learnlab_test_program(${folder}_tests)
    set_target_properties(${folder}_tests PROPERTIES UNITY_BUILD_BATCH_SIZE 0)
    target_compile_options(${folder}_tests PRIVATE -include ${CMAKE_SOURCE_DIR}/tests/one_program/one_program.h)
    target_link_libraries(${folder}_tests PRIVATE learnlab_one_program)
  endif()
  foreach(test IN LISTS tests)
    cmake_path(GET test STEM stem)
    set(name ${folder}_${stem})
    if(together)
      add_custom_target(${name} DEPENDS ${folder}_tests)
      add_test(NAME ${folder}/${stem} COMMAND ${folder}_tests ${stem})
    else()
      add_executable(${name} ${test} ${shared})
      learnlab_test_program(${name})
      add_test(NAME ${folder}/${stem} COMMAND ${name})
    endif()
    # The more time a folder asks for the earlier it starts, so that nothing long is left for the end.
    math(EXPR timeout "${ARG_TIMEOUT} * ${LEARNLAB_TIMEOUT_FACTOR}")
    set_tests_properties(${folder}/${stem} PROPERTIES TIMEOUT ${timeout} COST ${ARG_TIMEOUT} LABELS "${folder};${ARG_LABELS}"
      ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=${timeout}000;${ARG_ENVIRONMENT}") # CTest alone says how long is too long
    if(ARG_SERIAL)
      set_tests_properties(${folder}/${stem} PROPERTIES RUN_SERIAL ON)
    endif()
  endforeach()
endfunction()
