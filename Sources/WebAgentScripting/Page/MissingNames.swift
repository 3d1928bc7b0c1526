/// Names of the web platform that are not here, so that a script which reaches for one is never left to find nothing.
///
/// A name that the bindings get moves out of this list.
enum MissingNames {
    static let all: Set<String> = [
        // Globals.
        "Animation", "AudioContext", "BroadcastChannel", "CSS", "CSSStyleSheet", "Cache", "CacheStorage", "Credential",
        "CredentialsContainer", "CustomElementRegistry", "DataTransfer", "EventSource", "FileReader", "Gamepad",
        "ImageBitmap", "ImageData", "IntersectionObserver", "MediaRecorder", "MediaSource", "MediaStream",
        "MessageChannel",
        "MessagePort", "NodeFilter", "NodeIterator", "Notification", "OffscreenCanvas", "Path2D", "PaymentRequest",
        "PerformanceObserver", "PublicKeyCredential", "RTCPeerConnection", "Range", "ReadableStream", "ResizeObserver",
        "Selection", "ServiceWorker", "ShadowRoot", "SharedWorker", "SpeechSynthesis", "StaticRange", "TransformStream",
        "TreeWalker", "TrustedTypePolicy", "WebSocket", "WebTransport", "Worker", "WritableStream", "XMLDocument",
        "XMLSerializer",
        "XPathEvaluator", "XPathResult", "XSLTProcessor", "caches", "cookieStore", "createImageBitmap",
        "customElements",
        "documentPictureInPicture", "indexedDB", "navigation", "openDatabase", "scheduler", "showOpenFilePicker",
        "speechSynthesis", "trustedTypes", "visualViewport", "webkitIndexedDB", "webkitRTCPeerConnection",
        // Members of documents.
        "adoptedStyleSheets", "caretRangeFromPoint", "createCDATASection", "createExpression", "createNodeIterator",
        "createProcessingInstruction", "createRange", "createTreeWalker", "elementsFromPoint", "exitFullscreen",
        "fonts",
        "getSelection", "hasStorageAccess", "requestStorageAccess", "startViewTransition", "timeline",
        // Members of elements.
        "animate", "attachInternals", "attachShadow", "captureStream", "checkVisibility", "computedStyleMap",
        "getAnimations", "getContext", "hidePopover", "requestFullscreen", "requestPointerLock", "setPointerCapture",
        "showModal", "showPicker", "showPopover", "toDataURL",
        // Members of the navigator.
        "clipboard", "connection", "credentials", "deviceMemory", "geolocation", "getBattery", "getGamepads", "locks",
        "mediaCapabilities", "mediaDevices", "permissions", "registerProtocolHandler", "requestMIDIAccess",
        "serviceWorker",
        "share", "storage", "usb", "userAgentData", "vibrate", "wakeLock",
    ]

    private static let owners: Set<String> = [
        "window", "self", "globalThis", "document", "navigator", "location", "history", "screen", "performance",
        "crypto",
    ]

    /// The name that an error message of the engine says is not there, if it is one of the platform or a global.
    static func named(in message: String) -> String? {
        if let name = text(in: message, between: "ReferenceError: Can't find variable: ", and: "\n") { return name }
        guard message.hasPrefix("TypeError: ") else { return nil }
        let path =
            text(in: message, between: "(evaluating '", and: "'").map { path in
                String(path.split(separator: "(").first ?? "")
            } ?? text(in: message, between: "TypeError: ", and: " is not a ")
        guard let path else { return nil }
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, owners.contains(String(first)),
            parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } })
        else { return nil }
        // In `a.b.c` of which `b` is missing the engine names all three.
        return message.contains("is not an object") ? parts.dropLast().joined(separator: ".") : path
    }

    private static func text(in message: String, between start: String, and end: String) -> String? {
        guard let from = message.firstRange(of: start) else { return nil }
        let rest = message[from.upperBound...]
        let found = rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? (end == "\n" ? rest : rest.prefix(0))
        return found.isEmpty ? nil : String(found)
    }
}

extension StringProtocol {
    /// Where a text first stands in this one.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
