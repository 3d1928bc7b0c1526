// Unsafe code, and what keeps it true: this file is the only one that calls CSecretService. Texts and bytes that are
// handed in live for the whole call, which is synchronous, and the C side keeps none of them; what it hands out is copied
// and released before the function that asked for it returns. The calls block, so that they run on a queue of their own,
// one after the other.

#if os(Linux)

import CSecretService
import Dispatch
import FinesseSSO

/// What an item of the keyring is found by.
struct SecretName: Hashable, Sendable {
    /// Keeps the items of one installation, or of one test, apart.
    var namespace: String
    /// What the item is.
    var kind: String
    /// Which of its kind; nil for all of them.
    var name: String?
    /// `current`, or why it is set aside; nil for all of them.
    var state: String?

    fileprivate var attributes: [(name: String, value: String)] {
        var all = [(name: "namespace", value: namespace), (name: "kind", value: kind)]
        if let name { all.append((name: "name", value: name)) }
        if let state { all.append((name: "state", value: state)) }
        return all
    }
}

/// The items of the default keyring, by libsecret.
enum SecretItems {
    /// The secrets of all items of a name.
    static func find(_ name: SecretName) async throws(KeyringFault) -> [[UInt8]] {
        try await unsafe onQueue("read an item") { reason in
            var items: OpaquePointer?
            let status = unsafe withAttributes(of: name) { unsafe csecret_search($0, $1, &items, &reason) }
            defer { unsafe csecret_items_release(items) }
            guard let items = unsafe items, status == CSECRET_OK else { return (status, []) }
            let secrets: [[UInt8]] = (0..<(unsafe csecret_items_count(items))).compactMap { index in
                var length = 0
                guard let secret = unsafe csecret_items_secret(items, index, &length) else { return nil }
                return unsafe Array(UnsafeBufferPointer(start: secret, count: length))
            }
            return (status, secrets)
        }
    }

    /// Puts an item in place of the one of this name.
    static func store(_ name: SecretName, label: String, _ secret: [UInt8]) async throws(KeyringFault) {
        try await unsafe onQueue("write an item") { reason in
            let status = unsafe withAttributes(of: name) {
                unsafe csecret_store($0, $1, label, secret, secret.count, &reason)
            }
            return (status, ())
        }
    }

    /// Gives all items of a name another one.
    static func rename(_ name: SecretName, to other: SecretName) async throws(KeyringFault) {
        try await unsafe onQueue("set an item aside") { reason in
            var items: OpaquePointer?
            var status = unsafe withAttributes(of: name) { unsafe csecret_search($0, $1, &items, &reason) }
            defer { unsafe csecret_items_release(items) }
            guard let items = unsafe items, status == CSECRET_OK else { return (status, ()) }
            for index in 0..<(unsafe csecret_items_count(items)) where status == CSECRET_OK {
                status = unsafe withAttributes(of: other) {
                    unsafe csecret_items_rename(items, index, $0, $1, &reason)
                }
            }
            return (status, ())
        }
    }

    /// Removes all items of a name.
    static func remove(_ name: SecretName) async throws(KeyringFault) {
        try await unsafe onQueue("remove an item") { reason in
            (unsafe withAttributes(of: name) { unsafe csecret_clear($0, $1, &reason) }, ())
        }
    }

    private static let queue = DispatchQueue(label: "org.finessekit.secret-service")

    private static func onQueue<Value: Sendable>(
        _ operation: String,
        _ body: @escaping @Sendable (inout UnsafeMutablePointer<CChar>?) -> (csecret_status, Value)
    ) async throws(KeyringFault) -> Value {
        let outcome: Result<Value, KeyringFault> = await withCheckedContinuation { continuation in
            queue.async {
                var reason: UnsafeMutablePointer<CChar>?
                let (status, value) = unsafe body(&reason)
                let words = unsafe reason.map { unsafe String(cString: $0) } ?? ""
                unsafe csecret_text_release(reason)
                guard let cause = KeyringFault.Cause(status) else {
                    return continuation.resume(returning: .success(value))
                }
                continuation.resume(
                    returning: .failure(KeyringFault(cause: cause, operation: operation, reason: words))
                )
            }
        }
        return try outcome.get()
    }

    private static func withAttributes(
        of name: SecretName,
        _ body: (UnsafePointer<csecret_attribute>, Int) -> csecret_status
    ) -> csecret_status {
        unsafe withTexts(name.attributes[...], []) { attributes in
            unsafe attributes.withUnsafeBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return CSECRET_REFUSED }
                return unsafe body(start, buffer.count)
            }
        }
    }

    /// Nests one call for each attribute, so that every text lives until the innermost one is over.
    private static func withTexts(
        _ rest: ArraySlice<(name: String, value: String)>,
        _ done: [csecret_attribute],
        _ body: ([csecret_attribute]) -> csecret_status
    ) -> csecret_status {
        guard let first = rest.first else { return unsafe body(done) }
        return unsafe first.name.withCString { name in
            unsafe first.value.withCString { value in
                unsafe withTexts(rest.dropFirst(), done + [csecret_attribute(name: name, value: value)], body)
            }
        }
    }
}

extension KeyringFault.Cause {
    /// nil when it went well.
    fileprivate init?(_ status: csecret_status) {
        switch status {
        case CSECRET_OK: return nil
        case CSECRET_NO_SESSION: self = .noSession
        case CSECRET_NO_SERVICE: self = .noService
        case CSECRET_LOCKED: self = .locked
        default: self = .refused
        }
    }
}

#endif
