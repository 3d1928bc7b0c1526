import WebAgentURL

/// One row of a file of vectors, read with the row's id in each complaint.
struct VectorRow {
    let file: String
    let id: String
    let json: JSONValue

    /// The rows of a file whose top is an array.
    static func all(in input: SuiteInput) throws(SuiteInputError) -> [VectorRow] {
        let file = try input.file()
        guard let rows = try file.json().array else {
            throw .malformed(file: file.name, reason: "its top is no array")
        }
        return rows.enumerated().map { index, row in
            VectorRow(file: file.name, id: row["id"]?.string ?? "\(file.name)#\(index)", json: row)
        }
    }

    /// What became of each row of a file; a row of another shape has failed.
    static func outcomes(
        in input: SuiteInput,
        _ outcome: (VectorRow) async throws(SuiteInputError) -> CaseOutcome
    ) async throws(SuiteInputError) -> [CaseOutcome] {
        var outcomes: [CaseOutcome] = []
        for row in try all(in: input) {
            do throws(SuiteInputError) {
                outcomes.append(try await outcome(row))
            } catch {
                outcomes.append(CaseOutcome(id: row.id, expected: "a row of this suite", got: "\(error)"))
            }
        }
        return outcomes
    }

    subscript(_ key: String) -> JSONValue? { json[key] }

    func string(_ key: String) throws(SuiteInputError) -> String {
        guard let value = json[key]?.string else { throw malformed("no text \"\(key)\"") }
        return value
    }

    /// A list of texts, or one text in the place of a list of one.
    func strings(_ key: String) throws(SuiteInputError) -> [String] {
        if let only = json[key]?.string { return [only] }
        guard let values = json[key]?.array?.map(\.string), !values.contains(nil) else {
            throw malformed("no list of texts \"\(key)\"")
        }
        return values.compactMap(\.self)
    }

    func url(_ key: String) throws(SuiteInputError) -> WebURL {
        let text = try string(key)
        guard let url = WebURL(text) else { throw malformed("\"\(key)\" is no URL") }
        return url
    }

    func optionalURL(_ key: String) throws(SuiteInputError) -> WebURL? {
        guard let value = json[key], !value.isNull else { return nil }
        return try url(key)
    }

    func malformed(_ reason: String) -> SuiteInputError { .malformed(file: file, reason: "\(id): \(reason)") }
}
