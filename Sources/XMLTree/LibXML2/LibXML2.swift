// The one place of this module with unsafe code.
//
// What keeps it true: the input pointer is used only inside the call and for the length of its array; the result's
// buffer is written by `clx_parse` alone, read once for exactly `length` bytes, and released on every path. No libxml2
// state outlives the call, so calls from several threads do not meet (`xmlInitParser` runs once, inside the shim).

import CLibXML2

enum LibXML2 {
    /// Turns a document into the event list that CLibXML2.h describes.
    static func events(_ bytes: [UInt8], limits: XMLLimits) throws(XMLError) -> [UInt8] {
        var result = unsafe clx_result()
        let depth = Int32(clamping: limits.depth)
        let nodes = Int32(clamping: limits.nodes)
        let attributes = Int32(clamping: limits.attributes)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var placeholder: UInt8 = 0
            if let base = buffer.baseAddress {
                unsafe clx_parse(base, buffer.count, depth, nodes, attributes, &result)
            } else {
                unsafe clx_parse(&placeholder, 0, depth, nodes, attributes, &result)
            }
        }
        defer { unsafe clx_release(&result) }
        if let error = unsafe error(of: result, limits: limits) {
            throw error
        }
        return unsafe Array(UnsafeBufferPointer(start: result.events, count: result.length))
    }

    private static func error(of result: clx_result, limits: XMLLimits) -> XMLError? {
        let position = unsafe XMLPosition(line: max(1, Int(result.line)), column: Int(result.column))
        switch unsafe Int(result.code) {
        case CLX_OK: return nil
        case CLX_NO_MEMORY: return .outOfMemory
        case CLX_DOCUMENT_TYPE: return .documentTypeRefused(at: position)
        case CLX_TOO_DEEP: return .tooDeep(limit: limits.depth, at: position)
        case CLX_TOO_MANY_NODES: return .tooManyNodes(limit: limits.nodes, at: position)
        case CLX_TOO_MANY_ATTRIBUTES: return .tooManyAttributes(limit: limits.attributes)
        case CLX_TRUNCATED: return .truncated(at: position)
        default: return unsafe .malformed(XMLFault(libraryCode: Int(result.library_code)), at: position)
        }
    }
}

extension XMLFault {
    /// Names the rule behind one of libxml2's `xmlParserErrors`.
    init(libraryCode: Int) {
        switch libraryCode {
        case 4: self = .noRootElement
        case 76: self = .tagMismatch
        case 5: self = .contentAfterRoot
        case 26, 27: self = .undeclaredEntity
        case 201: self = .undeclaredPrefix
        case 42, 203: self = .duplicateAttribute
        // 77, "premature end", short of the end means a zero byte, which libxml2 takes for the end.
        case 8, 9, 77, 81: self = .invalidCharacter
        case 31, 32: self = .unknownEncoding
        default: self = .other(code: libraryCode)
        }
    }
}
