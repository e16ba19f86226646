/* Stands between a program and its disk, for the tests beside it (LD_PRELOAD).
 *
 * Of files under $LUKA_DISK_UNDER it writes into $LUKA_DISK_LOG what was written, cut and synced, in
 * order, each time with a list of what is there; and it fails as $LUKA_DISK_FAIL says:
 * CLASS:NTH:ERRNO:TIMES, where CLASS is w (writes), s (syncs), r (reads) or a (writes and syncs), and
 * ERRNO 0 kills the process instead. Inodes are used again, so a file is called by inode and birth.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char under[PATH_MAX];
static int journal = -1, fail_errno = -1;
static char fail_class;
static long fail_at, fail_times, seen;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *root = getenv("LUKA_DISK_UNDER"), *log = getenv("LUKA_DISK_LOG");
    const char *fail = getenv("LUKA_DISK_FAIL");
    if (!root || !realpath(root, under)) under[0] = 0;
    if (log) journal = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fail) sscanf(fail, "%c:%ld:%d:%ld", &fail_class, &fail_at, &fail_errno, &fail_times);
}

/* Whether the descriptor is of a named file or directory there. */
static int concerns(int fd, char *path) {
    char link[64];
    size_t length = strlen(under);
    if (!length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t got = readlink(link, path, PATH_MAX - 1);
    if (got < 0) return 0;
    path[got] = 0;
    return !strncmp(path, under, length) && (path[length] == '/' || !path[length]) && !strstr(path, " (deleted)");
}

static void put(const void *bytes, size_t length) {
    for (const char *at = bytes; length;) {
        ssize_t done = syscall(SYS_write, journal, at, length);
        if (done <= 0) _exit(97);
        at += done, length -= done;
    }
}

static void name(int fd, const char *path, char *id, size_t size, int *is_directory) {
    struct statx s = {0};
    statx(fd, path, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS | STATX_BTIME, &s);
    snprintf(id, size, "%llu.%lld.%u", (unsigned long long)s.stx_ino, (long long)s.stx_btime.tv_sec,
             s.stx_btime.tv_nsec);
    if (is_directory) *is_directory = S_ISDIR(s.stx_mode);
}

static void list(const char *directory) {
    DIR *open = opendir(directory);
    struct dirent *entry;
    while (open && (entry = readdir(open))) {
        char path[PATH_MAX], id[96], line[PATH_MAX + 128];
        int is_directory;
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
        name(AT_FDCWD, path, id, sizeof id, &is_directory);
        put(line, snprintf(line, sizeof line, "%c %s %s\n", is_directory ? 'd' : 'f', id, path + strlen(under) + 1));
        if (is_directory) list(path);
    }
    if (open) closedir(open);
}

static void note(int fd, const char *path, char what, long long offset, const void *bytes, size_t length) {
    char id[96], line[PATH_MAX + 192];
    if (journal < 0) return;
    int kept = errno;
    name(fd, "", id, sizeof id, NULL);
    const char *inside = path[strlen(under)] ? path + strlen(under) + 1 : "";
    put(line, snprintf(line, sizeof line, "%c %s %lld %zu %s\n", what, id, offset, length, inside));
    put(bytes, length);
    list(under);
    put(".\n", 2);
    errno = kept;
}

/* Whether this call has to fail. */
static int strikes(char class) {
    if (fail_errno < 0 || !(class == fail_class || (fail_class == 'a' && class != 'r'))) return 0;
    seen++;
    if (seen < fail_at || seen >= fail_at + fail_times) return 0;
    if (!fail_errno) raise(SIGKILL);
    errno = fail_errno;
    return 1;
}

#define GUARD(fd, class, ...)                                                                       \
    char path[PATH_MAX];                                                                            \
    if (!concerns(fd, path)) return __VA_ARGS__;                                                    \
    pthread_mutex_lock(&lock);                                                                      \
    if (strikes(class)) { pthread_mutex_unlock(&lock); return -1; }

ssize_t write(int fd, const void *bytes, size_t length) {
    GUARD(fd, 'w', REAL(write)(fd, bytes, length))
    off64_t at = fcntl(fd, F_GETFL) & O_APPEND ? lseek64(fd, 0, SEEK_END) : lseek64(fd, 0, SEEK_CUR);
    ssize_t done = REAL(write)(fd, bytes, length);
    if (done > 0) note(fd, path, 'W', at, bytes, done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    GUARD(fd, 'w', REAL(pwrite64)(fd, bytes, length, at))
    ssize_t done = REAL(pwrite64)(fd, bytes, length, at);
    if (done > 0) note(fd, path, 'W', at, bytes, done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    char path[PATH_MAX];
    if (!concerns(fd, path)) return REAL(writev)(fd, parts, count);
    for (int part = 0; part < count; part++)
        if (parts[part].iov_len) return write(fd, parts[part].iov_base, parts[part].iov_len);
    return 0;
}

int ftruncate64(int fd, off64_t length) {
    GUARD(fd, 'w', REAL(ftruncate64)(fd, length))
    int done = REAL(ftruncate64)(fd, length);
    if (!done) note(fd, path, 'T', length, "", 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int fdatasync(int fd) {
    char path[PATH_MAX];
    if (!concerns(fd, path)) return REAL(fdatasync)(fd);
    pthread_mutex_lock(&lock);
    if (strikes('s')) {
        note(fd, path, 'F', 0, "", 0);
        pthread_mutex_unlock(&lock);
        return -1;
    }
    int done = REAL(fdatasync)(fd);
    if (!done) note(fd, path, 'S', 0, "", 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) { return fdatasync(fd); }

ssize_t read(int fd, void *bytes, size_t length) {
    GUARD(fd, 'r', REAL(read)(fd, bytes, length))
    pthread_mutex_unlock(&lock);
    return REAL(read)(fd, bytes, length);
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) {
    GUARD(fd, 'r', REAL(pread64)(fd, bytes, length, at))
    pthread_mutex_unlock(&lock);
    return REAL(pread64)(fd, bytes, length, at);
}

ssize_t pread(int fd, void *bytes, size_t length, off_t at) { return pread64(fd, bytes, length, at); }

/* What would write without being seen is not to be had; the caller takes the long way. */
ssize_t copy_file_range(int a, off64_t *b, int c, off64_t *d, size_t e, unsigned f) { errno = ENOSYS; return -1; }
ssize_t sendfile64(int a, int b, off64_t *c, size_t d) { errno = ENOSYS; return -1; }
ssize_t sendfile(int a, int b, off_t *c, size_t d) { errno = ENOSYS; return -1; }

static int cut(int fd, int flags) {
    char path[PATH_MAX];
    if (fd >= 0 && flags & O_TRUNC && concerns(fd, path)) {
        pthread_mutex_lock(&lock);
        note(fd, path, 'T', 0, "", 0);
        pthread_mutex_unlock(&lock);
    }
    return fd;
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, int) : 0;
    va_end(rest);
    return cut(syscall(SYS_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode), flags);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, int) : 0;
    va_end(rest);
    return open64(path, flags, mode);
}
