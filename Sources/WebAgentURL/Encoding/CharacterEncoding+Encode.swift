/// Writing text in an encoding.
extension CharacterEncoding {
    /// A run of text that could be written, or a scalar that could not.
    enum EncodedPiece {
        case bytes([UInt8])
        case unencodable(Unicode.Scalar)
    }

    /// Encodes text, what cannot be written kept apart.
    ///
    /// - Parameter string: any text.
    /// - Returns: the pieces in order.
    ///
    /// Source: WHATWG Encoding (2025) §6.2, "encode or fail", repeated.
    func encodedPieces(of string: String) -> [EncodedPiece] {
        // FAST PATH: UTF-8 writes everything as it is kept.
        if scheme == .utf8 { return [.bytes(Array(string.utf8))] }
        var encoder = CharacterEncoder(self)
        var pieces: [EncodedPiece] = []
        var run: [UInt8] = []
        for scalar in string.unicodeScalars {
            guard let failure = encoder.append(scalar, to: &run) else { continue }
            if !run.isEmpty { pieces.append(.bytes(run)) }
            pieces.append(.unencodable(failure))
            run = []
        }
        encoder.finish(&run)
        if !run.isEmpty { pieces.append(.bytes(run)) }
        return pieces
    }

    /// Encodes text; what the encoding does not have becomes a decimal character reference.
    ///
    /// - Parameter string: any text.
    /// - Returns: the bytes, in UTF-8 where this encoding cannot be written.
    ///
    /// Source: WHATWG Encoding (2025) §6, "encode", error mode "html".
    public func encode(_ string: String) -> [UInt8] {
        outputEncoding.encodedPieces(of: string).reduce(into: []) { output, piece in
            switch piece {
            case .bytes(let bytes): output += bytes
            case .unencodable(let scalar): output += "&#\(scalar.value);".utf8
            }
        }
    }

    /// Encodes text that the encoding must have.
    ///
    /// - Parameter string: any text.
    /// - Returns: the bytes, in UTF-8 where this encoding cannot be written; nil when it lacks a character.
    ///
    /// Source: WHATWG Encoding (2025) §6, error mode "fatal".
    public func encodeIfPossible(_ string: String) -> [UInt8]? {
        var output: [UInt8] = []
        for piece in outputEncoding.encodedPieces(of: string) {
            guard case .bytes(let bytes) = piece else { return nil }
            output += bytes
        }
        return output
    }
}
