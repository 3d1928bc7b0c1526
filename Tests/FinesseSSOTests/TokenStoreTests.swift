import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport
import Synchronization
import Testing

private let key = SessionKey(server: node, user: "SJefferson")

private func session(_ user: UserName = "sjefferson", access: String = "at-0") -> StoredSession {
    var kept = tokens()
    kept.accessToken = AccessToken(access)
    kept.receivedSinceBoot = BootTime(boot: "b0", uptime: .milliseconds(1_500))
    return StoredSession(
        key: SessionKey(server: node, user: user),
        loginID: "98411",
        tokens: kept,
        records: [SessionRecord(format: "cookies-1", bytes: [0, 1, 255])]
    )
}

private func storeFailure<Value>(_ body: () async throws(TokenStoreError) -> Value) async -> TokenStoreError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

@Suite("Token stores")
struct TokenStoreTests {
    static let stores: [any TokenStore] = [
        MemoryTokenStore(), FileTokenStore(directory: "/state/finessekit", files: MemoryFiles()),
    ]

    @Test("give back what they were given, for the same server and user alone", arguments: 0..<2)
    func roundTrip(index: Int) async throws {
        let store = Self.stores[index]
        #expect(try await store.session(for: key) == nil)
        try await store.save(session())
        try await store.save(session("other"))
        #expect(try await store.session(for: key) == session())
        #expect(try await store.session(for: SessionKey(server: node, user: "nobody")) == nil)
        let elsewhere = HTTPOrigin(scheme: .https, host: node.host, port: 443)
        #expect(try await store.session(for: SessionKey(server: elsewhere, user: "sjefferson")) == nil)
        #expect(try await store.keys() == [SessionKey(server: node, user: "other"), key])
        try await store.save(session(access: "at-2"))
        #expect(try await store.session(for: key)?.tokens?.accessToken == AccessToken("at-2"))
        try await store.remove(key)
        try await store.remove(key)
        #expect(try await store.session(for: key) == nil)
        #expect(try await store.keys().count == 1)
    }

    @Test("give back a record without tokens", arguments: 0..<2)
    func bare(index: Int) async throws {
        let store = Self.stores[index]
        let bare = StoredSession(key: SessionKey(server: node, user: "bare ü/.."))
        try await store.save(bare)
        #expect(try await store.session(for: bare.key) == bare)
        try await store.remove(bare.key)
    }
}

@Suite("File token store")
struct FileTokenStoreTests {
    private let files = MemoryFiles()
    private var store: FileTokenStore { FileTokenStore(directory: "/s", files: files) }

    @Test("uses XDG_STATE_HOME, else the home directory, and no relative path")
    func directory() {
        #expect(
            FileTokenStore.defaultDirectory(environment: ["XDG_STATE_HOME": "/x", "HOME": "/h"]) == "/x/finessekit"
        )
        #expect(
            FileTokenStore.defaultDirectory(environment: ["XDG_STATE_HOME": "x", "HOME": "/h"])
                == "/h/.local/state/finessekit"
        )
        #expect(FileTokenStore.defaultDirectory(environment: ["HOME": "h"]) == nil)
    }

    @Test("writes a temporary file, syncs it, renames it, syncs the directory; the first time also the way to it")
    func order() async throws {
        let store = store
        try await store.save(session())
        #expect(files.log == ["read", "makeDirectory", "sync", "list", "create", "sync", "rename", "sync"])
        files.fail(atStep: nil)
        try await store.save(session())
        #expect(files.log == ["read", "create", "sync", "rename", "sync"])
        #expect(files.files.keys.sorted() == ["/s/finesse1.example.com_8445_sjefferson.session"])
    }

    @Test("has the old or the new record, whole, whichever step fails", arguments: 0..<8)
    func failingStep(step: Int) async throws {
        try await store.save(session(access: "old"))
        files.fail(atStep: step)
        let error = await storeFailure { () throws(TokenStoreError) in try await store.save(session(access: "new")) }
        #expect(error?.label == "file" && error?.description.contains("then try again.") == true)
        files.fail(atStep: nil)
        let kept = try await store.session(for: key)?.tokens?.accessToken.reveal()
        #expect(kept == (step < 7 ? "old" : "new"))
        #expect(files.files.count == 1)
    }

    @Test(
        "moves a damaged or foreign file aside and names both",
        arguments: ["", "{", "[]", #"{"format":"other","version":1}"#, #"{"format":"finessekit-session","version":1}"#]
    )
    func damaged(text: String) async throws {
        let path = "/s/finesse1.example.com_8445_sjefferson.session"
        files.put(path, text)
        let error = await storeFailure { () throws(TokenStoreError) in try await store.session(for: key) }
        #expect(error == .damaged(file: path, setAside: path + ".damaged-1"))
        #expect(error?.description.contains("Sign in again") == true)
        #expect(files.files[path + ".damaged-1"] == Array(text.utf8))
        #expect(try await store.session(for: key) == nil)
        files.put(path, text)
        let second = await storeFailure { () throws(TokenStoreError) in try await store.session(for: key) }
        #expect(second == .damaged(file: path, setAside: path + ".damaged-2"))
    }

    @Test("never writes over a damaged file, and tells of it")
    func damagedOnSave() async throws {
        let path = "/s/finesse1.example.com_8445_sjefferson.session"
        files.put(path, "precious")
        let told = Mutex<[TokenStoreError]>([])
        let store = FileTokenStore(directory: "/s", files: files) { error in told.withLock { $0.append(error) } }
        try await store.save(session())
        #expect(files.files[path + ".damaged-1"] == Array("precious".utf8))
        #expect(told.withLock { $0 } == [.damaged(file: path, setAside: path + ".damaged-1")])
        #expect(try await store.session(for: key) == session())
    }

    @Test("leaves a file of a newer version alone")
    func newer() async throws {
        let path = "/s/finesse1.example.com_8445_sjefferson.session"
        let text = #"{"format":"finessekit-session","version":2,"what":"ever"}"#
        files.put(path, text)
        let expected = TokenStoreError.newerVersion(file: path, version: 2)
        #expect(await storeFailure { () throws(TokenStoreError) in try await store.session(for: key) } == expected)
        #expect(await storeFailure { () throws(TokenStoreError) in try await store.save(session()) } == expected)
        #expect(files.files == [path: Array(text.utf8)] && expected.description.contains("newer version"))
    }

    @Test("refuses a record that is another user's under this name")
    func swapped() async throws {
        try await store.save(session("other"))
        let other = try #require(files.files["/s/finesse1.example.com_8445_other.session"])
        files.put("/s/finesse1.example.com_8445_sjefferson.session", String(decoding: other, as: UTF8.self))
        let error = await storeFailure { () throws(TokenStoreError) in try await store.session(for: key) }
        #expect(error?.label == "damaged")
    }
}

@Suite("Files of the system")
struct SystemFilesTests {
    @Test("are their owner's alone, and so is the directory")
    func modes() async throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("finessekit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let directory = root.appendingPathComponent("a/b").path
        let store = FileTokenStore(directory: directory)
        #expect(try await store.keys().isEmpty)
        try await store.save(session())
        try await store.save(session(access: "at-9"))
        #expect(try await store.session(for: key)?.tokens?.accessToken == AccessToken("at-9"))
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        #expect(names.count == 1)
        for (path, mode) in [(directory, 0o700), ("\(directory)/\(names.first ?? "")", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
        #expect(try await store.keys() == [key])
        try await store.remove(key)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
    }

    @Test("close a directory that was open to others")
    func narrows() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("finessekit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(
            at: root,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        try SystemFiles().makeDirectory(root.path)
        #expect(try FileManager.default.attributesOfItem(atPath: root.path)[.posixPermissions] as? Int == 0o700)
    }

    @Test("say what the system refused")
    func refusals() throws {
        let files = SystemFiles()
        let missing = "/nonexistent-\(UUID().uuidString)/x"
        #expect(try files.read(missing) == nil)
        #expect(try files.list(missing).isEmpty)
        let fault = #expect(throws: FileFault.self) { try files.create(missing, [1]) }
        #expect(fault?.path == missing && fault?.reason == "No such file or directory")
        #expect(throws: FileFault.self) { try files.sync(missing) }
        #expect(throws: FileFault.self) { try files.rename(missing, to: missing) }
    }
}
