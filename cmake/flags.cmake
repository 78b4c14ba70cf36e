# Compiler flags of every target, and the switches that presets set:
#   WARTA_SANITIZE   for example "address,undefined" or "thread"
#   WARTA_FUZZ       build the fuzz targets for libFuzzer too (clang only)
#   WARTA_COVERAGE   count how often each line is run (g++ only)
# Warnings become errors where a preset sets CMAKE_COMPILE_WARNING_AS_ERROR.

set(WARTA_SANITIZE "" CACHE STRING "sanitizers for all targets, comma separated")
option(WARTA_FUZZ "build the fuzz targets for libFuzzer too" OFF)
option(WARTA_COVERAGE "count how often each line is run" OFF)

add_compile_options(
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wformat=2
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wundef)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives of these kinds inside libstdc++: of the first when it optimises with
  # sanitizers, of the second for `"literal" + std::string` (https://gcc.gnu.org/PR105651), of the third for an
  # optional inside an optional (https://gcc.gnu.org/PR80635).
  add_compile_options(-Wno-null-dereference -Wno-restrict -Wno-maybe-uninitialized)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options(-Wreserved-identifier)
endif()

if(WARTA_SANITIZE)
  add_compile_options(-fsanitize=${WARTA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${WARTA_SANITIZE})
endif()
if(WARTA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(WARTA_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
