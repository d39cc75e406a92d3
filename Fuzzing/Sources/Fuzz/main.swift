import Foundation

// Fuzz ROOT MINUTES SEED, and for the processes that it starts itself: Fuzz work SEEDS SEED RUN.
let words = CommandLine.arguments
if words.count == 5, words[1] == "work", let seed = UInt64(words[3]), let run = Int(words[4]) {
    let seeds = try SeedFiles(URL(filePath: words[2]))
    try Worker(Mutator(seeds, seed: seed)).run(from: run)
} else if words.count == 4, let minutes = Double(words[2]), let seed = UInt64(words[3]) {
    let root = URL(filePath: words[1])
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try SeedFiles.prepare(in: folder, root: root)
    let watchdog = Watchdog(
        Mutator(try SeedFiles(folder), seed: seed),
        arguments: ["work", folder.path, String(seed)],
        corpus: root.appending(path: "Tests/Corpus"),
        seed: seed
    )
    let isClean = try watchdog.run(minutes: minutes)
    try? FileManager.default.removeItem(at: folder)
    exit(isClean ? 0 : 1)
} else {
    print("usage: Fuzz ROOT MINUTES SEED")
    exit(2)
}
