import Foundation
import HTTPTransport
import TestSupport
import Testing

@testable import HTTPTransportCurl

@Suite("The roots of the system", .timeLimit(.minutes(5)))
struct SystemRootTests {
    /// OpenSSL's hash of the subject `CN=Test Authority`, by which it finds the certificate in a folder.
    private static let hash = "f20e0b1e"

    /// Puts certificates where a system has them, connects, and says what became of it.
    private func label(inFile: [String], inFolder: [String]) async throws -> TLSFailure.Label? {
        let place = FileManager.default.temporaryDirectory.appending(path: "roots-\(UUID().uuidString)")
        let folder = place.appending(path: "certs")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        var found: TLSFailure.Label?
        try await Bench.run { bench in
            func text(_ names: [String]) throws -> [String] {
                try names.map { name in
                    name == "own" ? bench.authority.certificate : try TestAuthority(commonName: name).certificate
                }
            }
            let file = place.appending(path: "all.pem")
            try Data(try text(inFile).joined(separator: "\n").utf8).write(to: file)
            for (number, pem) in try text(inFolder).enumerated() {
                let name = inFolder[number] == "own" ? "\(Self.hash).0" : "0000000\(number).0"
                try Data(pem.utf8).write(to: folder.appending(path: name))
            }
            let transport = try bench.transport {
                $0.trustedCertificates = []
                $0.trustsSystemRoots = true
                $0.systemRoots = .places(file: file.path, folder: folder.path)
            }
            found = await failure(of: transport, bench.request())?.tlsFailure?.label
        }
        return found
    }

    @Test("are found in the folder where it offers as many as the file")
    func folder() async throws {
        #expect(try await label(inFile: ["own"], inFolder: ["own"]) == nil)
        #expect(try await label(inFile: ["another"], inFolder: ["own"]) == nil)
        #expect(try await label(inFile: [], inFolder: ["own"]) == nil)
    }

    @Test("are read from the file where the folder offers fewer")
    func file() async throws {
        #expect(try await label(inFile: ["own"], inFolder: []) == nil)
        #expect(try await label(inFile: ["another", "own"], inFolder: ["third"]) == nil)
        #expect(try await label(inFile: ["another"], inFolder: []) == .unknownIssuer)
    }

    @Test("are not read from the file where the folder offers as many: reading it is what costs")
    func fileIsLeftAlone() async throws {
        #expect(try await label(inFile: ["own"], inFolder: ["another"]) == .unknownIssuer)
    }
}
