/* The tools of `make bench`, without other dependencies than the C library.
 *
 *   bench draft PARAGRAPHS          prints a draft, the same on every run
 *   bench time RUNS A [-- B]        runs commands alternately; prints for each: median ms, minimum ms, peak RSS in MB
 *   bench stage                     an external stage that changes nothing: what the exchange of lines costs
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static uint64_t state = 88172645463325252u;

static unsigned pick(unsigned n) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)((state >> 11) % n);
}

static int draft(long paragraphs) {
    static const char *verbs[] = {"推进", "完善", "落实", "加强", "开展", "优化", "组织", "巩固"};
    static const char *things[] = {"档案管理", "基层服务", "安全检查", "业务培训", "制度建设", "群众文化", "队伍建设", "项目管理"};
    static const char *ends[] = {"成效明显", "全面完成", "稳步提升", "取得进展", "更加规范", "深入人心"};
    static const char *numbers[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    puts("范文快车网整理，更多材料请加微信\n青石镇综合服务中心年度工作总结\n");
    puts("一年来，中心围绕全镇工作大局，扎实做好各项工作。现将情况总结如下：");
    for (long i = 0; i < paragraphs; i++) {
        if (i % 50 == 0 && i / 50 < 10) printf("%s、%s工作\n", numbers[i / 50], things[pick(8)]);
        if (i % 5 == 0) printf("（%s）%s%s。", numbers[i / 5 % 10], verbs[pick(8)], things[pick(8)]);
        else printf("\xe3\x80\x80\xe3\x80\x80");
        for (int clause = 0; clause < 6; clause++)
            printf("%s%s，全年完成%u项，%s%s", verbs[pick(8)], things[pick(8)], pick(90) + 10, ends[pick(6)],
                   clause < 5 ? "；" : "");
        puts(pick(10) == 0 ? "，受益群众××人次。" : "。");
    }
    return 0;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double run(char **command, double *rss) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    struct timespec from, to;
    struct rusage usage;
    pid_t child;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &from);
    if (posix_spawn(&child, command[0], &actions, NULL, command, environ) != 0 || wait4(child, &status, 0, &usage) < 0 ||
        !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "bench: %s failed\n", command[0]);
        exit(1);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    posix_spawn_file_actions_destroy(&actions);
#ifdef __APPLE__
    double megabytes = usage.ru_maxrss / 1048576.0;
#else
    double megabytes = usage.ru_maxrss / 1024.0;
#endif
    if (megabytes > *rss) *rss = megabytes;
    return (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6;
}

static int timing(int runs, char **first) {
    char **commands[2] = {first, NULL};
    for (char **word = first; *word; word++)
        if (strcmp(*word, "--") == 0) {
            *word = NULL;
            commands[1] = word + 1;
            break;
        }
    double *times[2] = {calloc(runs, sizeof(double)), calloc(runs, sizeof(double))}, rss[2] = {0, 0};
    if (!times[0] || !times[1]) return 1;
    for (int i = -1; i < runs; i++) /* the first round only fills the caches */
        for (int c = 0; c < 2 && commands[c]; c++) {
            double time = run(commands[c], &rss[c]);
            if (i >= 0) times[c][i] = time;
        }
    for (int c = 0; c < 2 && commands[c]; c++) {
        qsort(times[c], runs, sizeof(double), ascending);
        printf("%.3f %.3f %.1f\n", times[c][runs / 2], times[c][0], rss[c]);
    }
    return 0;
}

static int stage(void) {
    char *line = NULL;
    size_t size = 0;
    for (long id = 0; getline(&line, &size, stdin) > 0; id++) {
        if (id == 0) puts("{\"message\":\"hello\",\"protocol\":\"qinggao-stage/1\"}");
        else printf("{\"message\":\"result\",\"id\":%ld}\n", id);
        fflush(stdout);
    }
    free(line);
    return 0;
}

int main(int count, char **words) {
    if (count == 3 && strcmp(words[1], "draft") == 0) return draft(atol(words[2]));
    if (count > 3 && strcmp(words[1], "time") == 0 && atoi(words[2]) > 0) return timing(atoi(words[2]), words + 3);
    if (count == 2 && strcmp(words[1], "stage") == 0) return stage();
    fputs("usage: bench stage | bench draft PARAGRAPHS | bench time RUNS A [-- B]\n", stderr);
    return 2;
}
