// Unsafe code, and what keeps it true: this folder is the only one that calls CUnicode's functions for ICU. Pointers to
// Swift arrays are used only inside the call they are made for; the counts passed are those of the same arrays. The
// processor below is opened once, never closed, and ICU documents it as immutable and safe for use by several threads.

import CUnicode

/// UTS 46 processing by ICU.
@safe
struct UnicodeIDNA: @unchecked Sendable {
    // @unchecked: see the head of this file; the handle is only ever read.
    private let handle: OpaquePointer?

    static let shared = unsafe UnicodeIDNA(handle: cunicode_idna_open())

    static var unicodeVersion: String { unsafe String(cString: cunicode_unicode_version()) }

    /// ToASCII; nil when the name is not valid, or ICU has no data.
    ///
    /// Hyphens and lengths are not checked: the URL standard turns CheckHyphens and VerifyDnsLength off.
    func toASCII(_ name: [UInt8]) -> [UInt8]? {
        guard let handle = unsafe handle else { return nil }
        return unsafe process(name, ignoring: cunicode_idna_strict_errors()) { name, count, output, capacity in
            unsafe cunicode_idna_to_ascii(handle, name, count, output, capacity)
        }
    }

    /// ToUnicode, whatever errors there are; nil only when ICU has no data.
    func toUnicode(_ name: [UInt8]) -> [UInt8]? {
        guard let handle = unsafe handle else { return nil }
        return unsafe process(name, ignoring: .max) { name, count, output, capacity in
            unsafe cunicode_idna_to_unicode(handle, name, count, output, capacity)
        }
    }

    private func process(
        _ name: [UInt8],
        ignoring ignored: UInt32,
        by function: (UnsafePointer<CChar>, Int32, UnsafeMutablePointer<CChar>, Int32) -> cunicode_idna_result
    ) -> [UInt8]? {
        guard let count = Int32(exactly: name.count) else { return nil }
        // One byte more, so that there is an address even for an empty name.
        let input = name.map { CChar(bitPattern: $0) } + [0]
        var output = [CChar](repeating: 0, count: name.count + 64)
        while true {
            let capacity = Int32(clamping: output.count)
            let result = unsafe function(input, count, &output, capacity)
            guard !result.failed, result.errors & ~ignored == 0 else { return nil }
            if result.length <= capacity {
                return output.prefix(Int(result.length)).map { UInt8(bitPattern: $0) }
            }
            output = [CChar](repeating: 0, count: Int(result.length))
        }
    }
}
