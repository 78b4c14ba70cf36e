// Processes that end without those steps of exit() in which the counters of lines are written down: here they write them
// before. Linked in place of the functions of libc (ld --wrap) where lines are counted.

extern "C" {

#include <gcov.h>  // leaves that to those who include it

[[noreturn]] void __real__exit(int status);
[[noreturn]] void __real__Exit(int status);
[[noreturn]] void __real_abort();

[[noreturn]] void __wrap__exit(int status) {
  __gcov_dump();
  __real__exit(status);
}

[[noreturn]] void __wrap__Exit(int status) {
  __gcov_dump();
  __real__Exit(status);
}

[[noreturn]] void __wrap_abort() {
  __gcov_dump();
  __real_abort();
}

}  // extern "C"
