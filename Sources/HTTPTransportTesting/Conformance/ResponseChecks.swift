import HTTPTransport

extension HTTPTransportConformance {
    static let responseChecks = [
        Check(name: "reports a redirect and does not follow it") { run async throws(Failure) in
            let response = try await run.response(to: run.request(.redirect))
            try run.expect("the status", response.status, is: 302)
            try run.expect(
                "the location",
                response.fields.text(named: "location"),
                is: ConformanceScenario.echo.rawValue
            )
        },
        Check(name: "reports 4xx and 5xx as responses with their bodies") { run async throws(Failure) in
            let missing = try await run.response(to: run.request(.missing))
            try run.expect("the status", missing.status, is: 404)
            try run.expect("the body", missing.body, is: Array("missing".utf8))
            let failing = try await run.response(to: run.request(.failing))
            try run.expect("the status", failing.status, is: 503)
            try run.expect("the body", failing.body, is: Array("failing".utf8))
        },
        Check(name: "keeps every Set-Cookie line apart and in order") { run async throws(Failure) in
            let response = try await run.response(to: run.request(.cookies))
            let wanted = ConformanceScenario.cookieFields.filter { $0.isNamed("set-cookie") }.map(\.value)
            try run.expect("Set-Cookie", response.fields.values(named: "SET-COOKIE"), is: wanted)
        },
        Check(name: "keeps the bytes of a value that is not UTF-8") { run async throws(Failure) in
            let response = try await run.response(to: run.request(.bytes))
            let wanted = ConformanceScenario.oddField
            try run.expect("the value", response.fields.first(named: wanted.name), is: wanted.value)
        },
        Check(name: "leaves interim responses and their fields out") { run async throws(Failure) in
            let response = try await run.response(to: run.request(.interim))
            try run.expect("the status", response.status, is: 200)
            try run.expect("the field of an interim one", response.fields.contains(named: "x-interim"), is: false)
        },
        Check(name: "joins chunks and leaves trailers out") { run async throws(Failure) in
            let response = try await run.response(to: run.request(.trailers))
            try run.expect("the body", response.body, is: Array("in chunks".utf8))
            try run.expect("the trailer", response.fields.contains(named: "x-trailer"), is: false)
        },
        Check(name: "decodes gzip") { run async throws(Failure) in
            let response = try await run.response(to: run.request(.gzip))
            try run.expect("the body", response.body, is: Array("decoded".utf8))
        },
        Check(name: "has no body for 204 and for HEAD") { run async throws(Failure) in
            let nothing = try await run.response(to: run.request(.noContent))
            try run.expect("the status", nothing.status, is: 204)
            try run.expect("the body", nothing.body, is: [])
            var request = run.request(.thousand)
            request.method = "HEAD"
            request.maximumBodyLength = 0
            try run.expect("the body", try await run.response(to: request).body, is: [])
        },
    ]
}
