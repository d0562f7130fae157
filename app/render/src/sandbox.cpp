#include "sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <initializer_list>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <vector>

namespace learnlab::render {

namespace {

constexpr rlim_t memory = 1024UL * 1024 * 1024;
constexpr rlim_t secondsOfOneJob = 10;

void limit(__rlimit_resource_t what, rlim_t value)
{
    const rlimit bound{value, value};
    ::setrlimit(what, &bound);
}

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned machine = 0; // no filter: the limits hold all the same
#endif

/// The filter as the kernel reads it: numbers of calls, and what becomes of them.
class Filter
{
public:
    Filter()
    {
        load(offsetof(seccomp_data, arch));
        add(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0);
        answer(SECCOMP_RET_KILL_PROCESS);
        load(offsetof(seccomp_data, nr));
#if defined(__x86_64__)
        add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1); // the same calls by other numbers
        answer(refusal(ENOSYS));
#endif
    }

    void refuse(std::initializer_list<long> calls, int error)
    {
        for (const long call : calls) {
            add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1);
            answer(refusal(error));
        }
    }
    /// Refused with any of `bits` in an argument (or with none of them).
    void refuseBits(long call, unsigned argument, unsigned bits, int error, bool without = false)
    {
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 4);
        load(static_cast<unsigned>(offsetof(seccomp_data, args) + sizeof(__u64) * argument));
        add(BPF_JMP | BPF_JSET | BPF_K, bits, without ? 1 : 0, without ? 0 : 1);
        answer(refusal(error));
        answer(SECCOMP_RET_ALLOW);
    }
    void apply()
    {
        answer(SECCOMP_RET_ALLOW);
        const sock_fprog program{static_cast<unsigned short>(m_steps.size()), m_steps.data()};
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
    }

private:
    static unsigned refusal(int error)
    {
        return SECCOMP_RET_ERRNO | static_cast<unsigned>(error);
    }
    void add(int code, unsigned k, int yes, int no)
    {
        m_steps.push_back({static_cast<__u16>(code), static_cast<__u8>(yes), static_cast<__u8>(no), k});
    }
    void load(unsigned offset)
    {
        add(BPF_LD | BPF_W | BPF_ABS, offset, 0, 0);
    }
    void answer(unsigned what)
    {
        add(BPF_RET | BPF_K, what, 0, 0);
    }

    std::vector<sock_filter> m_steps;
};

void filterCalls()
{
    if constexpr (machine == 0)
        return;
    constexpr unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    Filter filter;
    filter.refuseBits(SYS_openat, 2, writing, EACCES);
    filter.refuseBits(SYS_clone, 0, CLONE_THREAD, EPERM, true); // threads are welcome
    filter.refuse({SYS_clone3, SYS_openat2}, ENOSYS);           // their flags lie in memory; the C library does without
    filter.refuse({SYS_execve,
                   SYS_execveat,
                   SYS_socket,
                   SYS_socketpair,
                   SYS_connect,
                   SYS_bind,
                   SYS_ptrace,
                   SYS_process_vm_readv,
                   SYS_process_vm_writev,
                   SYS_kill,
                   SYS_unlinkat,
                   SYS_renameat2,
                   SYS_mkdirat,
                   SYS_linkat,
                   SYS_symlinkat,
                   SYS_mknodat,
                   SYS_fchmodat,
                   SYS_fchownat,
                   SYS_truncate,
                   SYS_setxattr,
                   SYS_mount,
                   SYS_io_uring_setup,
                   SYS_open_by_handle_at,
                   SYS_keyctl,
                   SYS_bpf,
                   SYS_userfaultfd},
                  EPERM);
#ifdef SYS_renameat
    filter.refuse({SYS_renameat}, EPERM);
#endif
#ifdef SYS_open // the older calls of this machine
    filter.refuseBits(SYS_open, 1, writing, EACCES);
    filter.refuse({SYS_creat, SYS_fork, SYS_vfork, SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_link, SYS_symlink,
                   SYS_mknod, SYS_chmod, SYS_chown, SYS_lchown},
                  EPERM);
#endif
    filter.apply();
}

} // namespace

void lockIn()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // which reserve terabytes that they do not use
    limit(RLIMIT_AS, memory);
#endif
    filterCalls();
}

void allowOneJob()
{
    rusage used{};
    rlimit bound{};
    if (::getrusage(RUSAGE_SELF, &used) != 0 || ::getrlimit(RLIMIT_CPU, &bound) != 0)
        return;
    bound.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + secondsOfOneJob;
    ::setrlimit(RLIMIT_CPU, &bound);
}

} // namespace learnlab::render
