#pragma once

#include <gtest/gtest.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace warta {

/// While it lives, the permissions of files count for this thread and those that it starts, also when root runs the
/// tests.
class WithoutPrivileges {
 public:
  WithoutPrivileges() {
    // access(2) looks at what root could have; this takes privileges, which other users need not have.
    securebits_ = ::prctl(PR_GET_SECUREBITS);
    (void)::prctl(PR_SET_SECUREBITS, securebits_ | SECBIT_NO_SETUID_FIXUP);
    EXPECT_EQ(::syscall(SYS_capget, &header_, before_), 0);
    __user_cap_data_struct without[_LINUX_CAPABILITY_U32S_3] = {before_[0], before_[1]};
    for (auto& half : without) half.effective = 0;
    EXPECT_EQ(::syscall(SYS_capset, &header_, without), 0);
  }
  ~WithoutPrivileges() {
    EXPECT_EQ(::syscall(SYS_capset, &header_, before_), 0);
    (void)::prctl(PR_SET_SECUREBITS, securebits_);
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;

 private:
  int securebits_ = 0;
  __user_cap_header_struct header_ = {_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct before_[_LINUX_CAPABILITY_U32S_3] = {};
};

}  // namespace warta
