/// A question that a page host cannot answer itself.
///
/// It stands still until the answer is there.
public enum PageAsk: Sendable, Hashable {
    /// `document.cookie` is read: answer ``PageAnswer/text(_:)``.
    case readCookies
    /// `document.cookie` is written: answer ``PageAnswer/acknowledged``.
    case writeCookie(String)
    /// An external script is wanted: answer ``PageAnswer/response(_:)`` or ``PageAnswer/failed(_:)``.
    ///
    /// With `crossorigin` its server must allow the page's origin, and the credentials are what the attribute says; with
    /// `referrerpolicy` the element has a policy of its own, otherwise it is empty.
    case loadScript(url: String, crossOrigin: PageRequest.Credentials? = nil, referrerPolicy: String = "")
    /// An `XMLHttpRequest` or `fetch`: answer ``PageAnswer/response(_:)`` or ``PageAnswer/failed(_:)``.
    case request(PageRequest)
    /// Storage of the page's origin: the answer depends on the operation.
    case storage(StorageArea, StorageOperation)
    /// Random bytes for `crypto.getRandomValues`, at most 65,536: answer ``PageAnswer/bytes(_:)``.
    case randomBytes(count: Int)
    /// A frame wants a document: answer ``PageAnswer/frame(_:)``, ``PageAnswer/absent`` when what the frame shows stays, or
    /// ``PageAnswer/failed(_:)`` when it shows nothing.
    case loadFrame(FrameRequest)

    /// A bounded name of the question, without what it carries.
    public var label: String {
        switch self {
        case .readCookies: "readCookies"
        case .writeCookie: "writeCookie"
        case .loadScript: "loadScript"
        case .request: "request"
        case .storage: "storage"
        case .randomBytes: "randomBytes"
        case .loadFrame: "loadFrame"
        }
    }
}

extension PageAsk: CustomStringConvertible, CustomDebugStringConvertible {
    /// The same as ``label``.
    public var description: String { label }

    /// The same as ``label``.
    public var debugDescription: String { label }
}

/// One of the two storages of an origin.
public enum StorageArea: UInt8, Sendable, Hashable, CaseIterable {
    /// `localStorage`.
    case local
    /// `sessionStorage`.
    case session
}

/// What a page does with a storage.
public enum StorageOperation: Sendable, Hashable {
    /// All keys, in order: answer ``PageAnswer/keys(_:)``.
    case keys
    /// One value: answer ``PageAnswer/text(_:)`` or ``PageAnswer/absent``.
    case get(key: String)
    /// Keep a value: answer ``PageAnswer/acknowledged``, or ``PageAnswer/failed(_:)`` when the storage is full.
    case set(key: String, value: String)
    /// Forget a value: answer ``PageAnswer/acknowledged``.
    case remove(key: String)
    /// Forget all values: answer ``PageAnswer/acknowledged``.
    case clear
}
