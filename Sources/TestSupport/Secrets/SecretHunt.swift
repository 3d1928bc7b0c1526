/// Looks for secrets, and for any piece of them, in whatever a program shows or keeps.
///
/// A piece is ``pieceLength`` characters of any spelling of a secret in any ``SecretForm``; of a shorter secret it is the
/// whole. What was compressed is found by inflating every run of base64 in the text, and the text itself.
package struct SecretHunt: Sendable {
    /// A secret that showed.
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// The secret's name.
        package var secret: String
        /// The form it was found in.
        package var form: SecretForm
        /// Where it was found.
        package var place: String
        /// How the place was read: `""`, or the steps that led to it.
        package var reading: String
        /// How many bytes stand before the piece in that reading.
        package var offset: Int

        /// Everything but the secret.
        package var description: String {
            "\(secret), \(form.rawValue), in \(place)\(reading.isEmpty ? "" : " (\(reading))") at \(offset)"
        }
    }

    /// The least number of characters that give a secret away.
    package let pieceLength: Int
    private var needles = PieceTable()
    /// Spellings that are shorter than a piece: of short secrets, searched as they are.
    private var shortNeedles: [(bytes: [UInt8], needle: Int)] = []
    private var publicPieces = PieceTable()
    /// The secrets looked for.
    package private(set) var secrets: [Secret] = []

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - secrets: What to look for; empty ones are left out.
    ///   - publicTexts: What may show although it is part of a secret: host names in a message, for instance.
    ///   - pieceLength: The least number of characters that give a secret away, up to 16.
    package init(for secrets: [Secret] = [], publicTexts: [String] = [], pieceLength: Int = 12) {
        precondition((1...16).contains(pieceLength), "a piece has 1 to 16 characters")
        self.pieceLength = pieceLength
        for text in publicTexts {
            for form in SecretForm.allCases {
                for spelling in form.spellings(of: Array(text.utf8)) {
                    PieceTable.forEachPiece(of: spelling, length: pieceLength) { piece, _ in
                        publicPieces.insert(piece, 0)
                    }
                }
            }
        }
        for secret in secrets { plant(secret) }
    }

    /// Adds a secret to those looked for.
    ///
    /// - Parameter secret: The secret; an empty one is left out, and one that is looked for already.
    package mutating func plant(_ secret: Secret) {
        guard !secret.bytes.isEmpty, !secrets.contains(where: { $0.bytes == secret.bytes }) else { return }
        let number = secrets.count
        secrets.append(secret)
        var spelled: Set<[UInt8]> = [[]]
        for (place, form) in SecretForm.allCases.enumerated() {
            let needle = number * SecretForm.allCases.count + place
            for spelling in form.spellings(of: secret.bytes) where spelled.insert(spelling).inserted {
                if spelling.count < pieceLength {
                    // A few characters of an encoding say nothing by themselves.
                    if form == .raw || spelling.count >= 6 { shortNeedles.append((spelling, needle)) }
                    continue
                }
                PieceTable.forEachPiece(of: spelling, length: pieceLength) { piece, _ in
                    if publicPieces[piece] == nil { needles.insert(piece, needle) }
                }
            }
        }
    }

    /// Searches a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - place: What the text is.
    /// - Returns: One finding for each secret and form that shows, the first of each; empty when none does.
    package func findings(in text: String, _ place: String) -> [Finding] {
        findings(in: Array(text.utf8), place)
    }

    /// Searches bytes.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - place: What they are.
    /// - Returns: One finding for each secret and form that shows, the first of each; empty when none does.
    package func findings(in bytes: [UInt8], _ place: String) -> [Finding] {
        var findings: [Finding] = []
        func note(_ needle: Int, _ reading: Reading, _ offset: Int) {
            let (secret, formNumber) = needle.quotientAndRemainder(dividingBy: SecretForm.allCases.count)
            let form = reading.isInflated ? .deflated : SecretForm.allCases[formNumber]
            guard !findings.contains(where: { $0.form == form && $0.secret == secrets[secret].name }) else { return }
            findings.append(
                Finding(
                    secret: secrets[secret].name,
                    form: form,
                    place: place,
                    reading: reading.steps,
                    offset: offset
                )
            )
        }
        for reading in Reading.all(of: bytes) {
            PieceTable.forEachPiece(of: reading.bytes, length: pieceLength) { piece, offset in
                if let needle = needles[piece] { note(needle, reading, offset) }
            }
            for (spelling, needle) in shortNeedles {
                if let offset = reading.bytes.firstOffset(of: spelling) { note(needle, reading, offset) }
            }
        }
        return findings
    }
}

extension [UInt8] {
    fileprivate func firstOffset(of piece: [UInt8]) -> Int? {
        guard let first = piece.first, count >= piece.count else { return nil }
        return (0...(count - piece.count)).first { self[$0] == first && self[$0...].starts(with: piece) }
    }
}
