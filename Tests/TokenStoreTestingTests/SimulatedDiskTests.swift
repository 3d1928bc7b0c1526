import FinesseSSO
import Testing
import TokenStoreTesting

private func names(_ disks: [SimulatedDisk]) -> Set<[String]> { Set(disks.map { $0.files.keys.sorted() }) }

@Suite("Simulated disk")
struct SimulatedDiskTests {
    private let disk = SimulatedDisk()

    @Test("loses a file whose name was not synced, though the file was")
    func nameOfFile() throws {
        try disk.makeDirectory("/d")
        try disk.sync("/")
        try disk.create("/d/a", [1, 2])
        try disk.sync("/d/a")
        #expect(names(disk.afterPowerLoss()) == [[], ["/d/a"]])
        try disk.sync("/d")
        #expect(names(disk.afterPowerLoss()) == [["/d/a"]])
    }

    @Test("leaves a file that was not synced whole, empty, torn or full of zeros")
    func damage() throws {
        try disk.create("/a", [1, 2, 3, 4])
        try disk.sync("/")
        let left = Set(disk.afterPowerLoss().compactMap { $0.files["/a"] })
        #expect(left == [[], [1, 2], [0, 0, 0, 0], [1, 2, 3, 4]])
    }

    @Test("has the old or the new file after a rename that was not synced")
    func rename() throws {
        for (name, byte) in [("/a", UInt8(1)), ("/b", 2)] {
            try disk.create(name, [byte])
            try disk.sync(name)
        }
        try disk.sync("/")
        try disk.rename("/b", to: "/a")
        #expect(disk.files == ["/a": [2]])
        #expect(Set(disk.afterPowerLoss().map(\.files)) == [["/a": [1], "/b": [2]], ["/a": [2]]])
    }

    @Test("may do a later change of a directory and not an earlier one")
    func order() throws {
        for name in ["/a", "/b"] { try disk.create(name, [1]) }
        #expect(names(disk.afterPowerLoss()) == [[], ["/a"], ["/b"], ["/a", "/b"]])
    }

    @Test("loses what is in a directory whose name was not synced")
    func directories() throws {
        try disk.makeDirectory("/d/e")
        try disk.create("/d/e/a", [1])
        for path in ["/d/e/a", "/d/e", "/d"] { try disk.sync(path) }
        #expect(names(disk.afterPowerLoss()) == [[], ["/d/e/a"]])
        try disk.sync("/")
        #expect(names(disk.afterPowerLoss()) == [["/d/e/a"]])
    }

    @Test("counts the syncs that had something to write down, and leaves the one out that it is told to")
    func ignored() throws {
        let disk = SimulatedDisk(ignoredSync: 1)
        try disk.create("/a", [1])
        for path in ["/a", "/a", "/"] { try disk.sync(path) }
        #expect(disk.syncs == ["/a", "/"])
        #expect(names(disk.afterPowerLoss()) == [[], ["/a"]])
    }

    @Test("says what it cannot do")
    func faults() throws {
        try disk.create("/a", [])
        #expect(throws: FileFault.self) { try disk.create("/a", []) }
        #expect(throws: FileFault.self) { try disk.create("/missing/a", []) }
        #expect(throws: FileFault.self) { try disk.rename("/b", to: "/c") }
        #expect(throws: FileFault.self) { try disk.sync("/b") }
        #expect(throws: FileFault.self) { try disk.create("/" + String(repeating: "n", count: 256), []) }
        #expect(try disk.read("/b") == nil && disk.list("/missing").isEmpty)
        try disk.remove("/b")
    }

    @Test("chooses among too many states by its seed, the emptiest and the fullest with them")
    func sampling() throws {
        for number in 0..<8 { try disk.create("/\(number)", [1, 2]) }
        let left = names(disk.afterPowerLoss(limit: 20, seed: 7))
        #expect(left.count > 10 && left.count <= 22)
        #expect(left.contains([]) && left.contains((0..<8).map { "/\($0)" }))
        #expect(left == names(disk.afterPowerLoss(limit: 20, seed: 7)))
    }
}
