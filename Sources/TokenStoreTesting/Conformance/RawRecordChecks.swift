public import FinesseSSO

extension TokenStoreConformance {
    /// The one key in whose place ``rawRecordChecks`` put what is no record.
    public static let damagedKey = SampleSessions.key()

    /// The rules of a store whose records other programs can write into.
    public static let rawRecordChecks = [
        Check(name: "sets what is no record aside, says so, and has nothing then") { subject in
            let raw = try required(subject.rawRecords, "write into its records")
            let key = SampleSessions.key()
            for (number, bytes) in (try await damagedForms(subject, raw)).enumerated() {
                try await raw.write(key, bytes)
                let error = try await subject.refusal("form \(number)") { () throws(TokenStoreError) in
                    _ = try await subject.store.session(for: key)
                }
                try expect("the error for form \(number)", error.label, is: "damaged")
                try expect("that it says what to do", error.description.contains("Sign in again"), is: true)
                let kept = try await raw.setAside()
                try expect("what is set aside of form \(number)", kept.filter { $0 == bytes }.count, is: 1)
                try await subject.hasNothing(for: key, "after form \(number) was set aside")
                try await subject.keeps(SampleSessions.session(key), "saved after form \(number)")
                try await subject.store.remove(key)
            }
        },
        Check(name: "never writes over what is no record") { subject in
            let raw = try required(subject.rawRecords, "write into its records")
            let forms = try await damagedForms(subject, raw)
            for bytes in forms {
                try await raw.write(SampleSessions.key(), bytes)
                try await subject.keeps(SampleSessions.session(), "saved where something else was")
                try await subject.store.remove(SampleSessions.key())
            }
            let kept = try await raw.setAside()
            try expect("how many forms are set aside", forms.filter { kept.contains($0) }.count, is: forms.count)
        },
        Check(name: "refuses a record that is another user's, whatever name it stands under") { subject in
            let raw = try required(subject.rawRecords, "write into its records")
            let other = SampleSessions.session(SampleSessions.key("other"))
            try await subject.store.save(other)
            let bytes = try await raw.read(other.key) ?? []
            try await raw.write(SampleSessions.key(), bytes)
            let error = try await subject.refusal("another user's record") { () throws(TokenStoreError) in
                _ = try await subject.store.session(for: SampleSessions.key())
            }
            try expect("the error", error.label, is: "damaged")
            try await subject.has(other, "the other user's own record")
        },
        Check(name: "leaves the record of a newer version alone, for reading, saving and listing") { subject in
            let raw = try required(subject.rawRecords, "write into its records")
            let bytes = Array(#"{"format":"finessekit-session","version":1000,"what":"ever"}"#.utf8)
            try await raw.write(SampleSessions.key(), bytes)
            let reading = try await subject.refusal("reading") { () throws(TokenStoreError) in
                _ = try await subject.store.session(for: SampleSessions.key())
            }
            let saving = try await subject.refusal("saving") { () throws(TokenStoreError) in
                try await subject.store.save(SampleSessions.session())
            }
            try expect("the errors", [reading.label, saving.label], is: ["newer-version", "newer-version"])
            try expect("the list", try await subject.store.keys(), is: [])
            try expect("what is there", try await raw.read(SampleSessions.key()), is: bytes)
            try expect("what is set aside", try await raw.setAside().count, is: 0)
            try await subject.store.remove(SampleSessions.key())
            try await subject.hasNothing(for: SampleSessions.key(), "after it was removed by name")
        },
        Check(name: "lists and gives the others while one is no record") { subject in
            let raw = try required(subject.rawRecords, "write into its records")
            let other = SampleSessions.session(SampleSessions.key("other"))
            try await subject.store.save(other)
            try await raw.write(SampleSessions.key(), Array("precious".utf8))
            try expect("the list", try await subject.store.keys(), is: [other.key])
            try await subject.has(other, "beside something else")
            try expect("what is there", try await raw.read(SampleSessions.key()), is: Array("precious".utf8))
        },
    ]

    /// What a loss of power, another program or a person may leave in place of a record.
    private static func damagedForms(_ subject: StoreSubject, _ raw: RawRecords) async throws -> [[UInt8]] {
        try await subject.store.save(SampleSessions.session())
        let whole = try await raw.read(SampleSessions.key()) ?? []
        try await subject.store.remove(SampleSessions.key())
        return [
            [], Array(whole.prefix(whole.count / 2)), Array(repeating: 0, count: whole.count), [0xFF, 0xFE, 0],
            Array("{".utf8), Array("[]".utf8), Array(#"{"format":"other","version":1}"#.utf8),
            Array(#"{"format":"finessekit-session","version":1}"#.utf8),
            Array(#"{"format":"finessekit-session","version":"x"}"#.utf8),
        ]
    }
}
