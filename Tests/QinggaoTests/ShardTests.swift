import Qinggao
import Testing

struct ShardTests {
    @Test("The parts cover every row once", arguments: [1, 2, 3, 16])
    func parts(count: Int) throws {
        let shards = try (1...count).map { try #require(Shard("\($0)/\(count)", environment: [:])) }
        for row in 0..<100 { #expect(shards.count { $0.contains(row) } == 1) }
        #expect(shards[0].contains(0))
    }

    @Test("A job of a cluster finds its part in the environment")
    func jobs() {
        #expect(Shard("job/4", environment: ["JOB_COMPLETION_INDEX": "3"]) == Shard("4/4", environment: [:]))
        let slurm = ["SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_MIN": "10"]
        #expect(Shard("job/4", environment: slurm) == Shard("3/4", environment: [:]))
        #expect(Shard("job/4", environment: ["SLURM_ARRAY_TASK_ID": "1"]) == Shard("2/4", environment: [:]))
        #expect(Shard("job/4", environment: ["JOB_COMPLETION_INDEX": "4"]) == nil)
        #expect(Shard("job/4", environment: [:]) == nil)
    }

    @Test("What is no part is refused", arguments: ["", "3", "0/4", "5/4", "1/0", "a/4", "1/4/2", "-1/4", "1/1000001"])
    func refusals(text: String) {
        #expect(Shard(text, environment: [:]) == nil)
    }
}
