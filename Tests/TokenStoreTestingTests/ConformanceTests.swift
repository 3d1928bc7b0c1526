import FinesseSSO
import Foundation
import HTTPTransport
import Testing
import TokenStoreTesting

@Suite("Memory token store, conformance", .timeLimit(.minutes(5)))
struct MemoryConformanceTests {
    @Test("keeps every rule of a store", arguments: TokenStoreConformance.checks)
    func conforms(check: TokenStoreConformance.Check) async throws {
        try await TokenStoreConformance { StoreSubject(store: MemoryTokenStore()) }.run(check)
    }

    @Test("cannot be asked for what only a store on a disk has", arguments: TokenStoreConformance.reopeningChecks)
    func hasNoDisk(check: TokenStoreConformance.Check) async {
        let failure = await #expect(throws: TokenStoreConformance.Failure.self) {
            try await TokenStoreConformance { StoreSubject(store: MemoryTokenStore()) }.run(check)
        }
        #expect(failure?.reason.contains("no way to open it anew") == true)
    }
}

@Suite("File token store, conformance", .timeLimit(.minutes(5)))
struct FileConformanceTests {
    static let checks =
        TokenStoreConformance.checks + TokenStoreConformance.reopeningChecks + TokenStoreConformance.rawRecordChecks

    @Test("keeps every rule of a store, on a disk that is simulated", arguments: checks)
    func simulated(check: TokenStoreConformance.Check) async throws {
        try await TokenStoreConformance { .files(SimulatedDisk(), directory: "/home/me/state") }.run(check)
    }

    @Test("keeps every rule of a store, in files of the system", arguments: checks)
    func system(check: TokenStoreConformance.Check) async throws {
        try await TokenStoreConformance {
            let directory = FileManager.default.temporaryDirectory.appending(path: "finessekit-\(UUID().uuidString)")
            var subject = StoreSubject.files(SystemFiles(), directory: directory.path)
            // A folder of a test that was ended is no harm to the next one.
            subject.discard = { try? FileManager.default.removeItem(at: directory) }
            return subject
        }.run(check)
    }
}

extension StoreSubject {
    /// A store of files, looked at past the store.
    static func files(_ files: some StoreFileSystem, directory: String) -> StoreSubject {
        let store = FileTokenStore(directory: directory, files: files)
        return StoreSubject(
            store: store,
            reopen: { FileTokenStore(directory: directory, files: files) },
            rawRecords: RawRecords(
                read: { try files.read(store.path(of: $0)) },
                write: { key, bytes in
                    try files.makeDirectory(directory)
                    try files.remove(store.path(of: key))
                    try files.create(store.path(of: key), bytes)
                },
                setAside: {
                    try files.list(directory).filter { $0.contains(".damaged-") }
                        .compactMap { try files.read("\(directory)/\($0)") }
                }
            )
        )
    }
}
