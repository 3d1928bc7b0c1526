import CProcessBox

// Unsafe, wrapper folder of CProcessBox: see ChildProcess.swift.

/// What the system says of program files.
enum ProgramFile {
    /// The path of the running program; nil where the system does not say.
    static var running: String? {
        let capacity = 4_096
        let bytes = unsafe [CChar](unsafeUninitializedCapacity: capacity) { buffer, filled in
            filled = max(0, Int(unsafe CBoxRunningProgram(buffer.baseAddress, capacity)))
        }
        return bytes.isEmpty ? nil : String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func isProgram(_ path: String) -> Bool {
        unsafe CBoxIsProgram(path)
    }

    static func isSame(_ one: String, _ other: String) -> Bool {
        unsafe CBoxIsSameFile(one, other)
    }
}
