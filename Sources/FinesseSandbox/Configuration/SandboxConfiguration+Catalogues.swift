// The keys of what an administrator configures.

extension SandboxConfiguration {
    /// Reads the administrator and the configuration objects.
    mutating func readCatalogues(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.section("administrator") { section throws(SandboxError) in
            try section.read("userName", into: &administrator.userName)
            if let text = try section.secret("password") { administrator.password = SandboxPassword(text) }
        }
        let code = SandboxReasonCode(id: 0, code: 0, label: "")
        try reader.read("reasonCodes", into: &reasonCodes, new: code) { reader, code throws(SandboxError) in
            try Self.readId(&reader, &code.id)
            try reader.read("category", into: &code.category)
            try reader.read("code", into: &code.code)
            try reader.read("label", into: &code.label)
            try reader.read("forAll", into: &code.forAll)
            try reader.read("teams", into: &code.teams)
        }
    }

    /// Reads the number that each of them must have.
    private static func readId(_ reader: inout ConfigurationReader, _ id: inout Int) throws(SandboxError) {
        if reader.node("id") == nil, !reader.isDescribing { throw reader.missing("id") }
        try reader.read("id", into: &id)
    }
}
