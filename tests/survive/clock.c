/* Preloaded, has a program's wall clock stand as many seconds off the machine's as the file SURVIVE_CLOCK says (an
 * int64, read at each look). Clocks that measure durations aren't touched. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *ahead;
static int (*real)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void) {
    const char *place = getenv("SURVIVE_CLOCK");
    int handle = place ? open(place, O_RDONLY | O_CLOEXEC) : -1;
    if (handle >= 0) {
        void *shown = mmap(NULL, sizeof *ahead, PROT_READ, MAP_SHARED, handle, 0);
        ahead = shown == MAP_FAILED ? NULL : shown;
        close(handle);
    }
}

int clock_gettime(clockid_t which, struct timespec *told) {
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(which, told);
    if (!failed && ahead && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) told->tv_sec += *ahead;
    return failed;
}

int gettimeofday(struct timeval *restrict told, void *restrict zone) {
    (void)zone;
    struct timespec now;
    int failed = clock_gettime(CLOCK_REALTIME, &now);
    told->tv_sec = now.tv_sec;
    told->tv_usec = now.tv_nsec / 1000;
    return failed;
}

time_t time(time_t *told) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (told) *told = now.tv_sec;
    return now.tv_sec;
}
