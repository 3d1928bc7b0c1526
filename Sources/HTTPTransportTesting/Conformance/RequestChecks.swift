import HTTPTransport

extension HTTPTransportConformance {
    static let requestChecks = [
        Check(name: "sends method, target and body as they are") { run async throws(Failure) in
            var request = run.request(.echo, query: "?a=%zz&b=/../{}|^&%C3%A9")
            request.method = "POST"
            request.body = [0, 1, 0xFF, 10, 13, 10]
            let echo = try await run.echo(of: request)
            try run.expect("the method", echo.method, is: "POST")
            try run.expect("the target", echo.target, is: request.target)
            try run.expect("the body", echo.body, is: [0, 1, 0xFF, 10, 13, 10])
        },
        Check(name: "sends fields of one name apart and in order, bytes untouched") { run async throws(Failure) in
            var request = run.request(.echo)
            request.fields = HTTPFields([
                HTTPField("X-Probe", "one"), HTTPField(name: "X-Probe", value: [0xE9, 0xFF]), HTTPField("X-Probe", ""),
            ])
            let echo = try await run.echo(of: request)
            try run.expect("the values", echo.fields.values(named: "x-probe"), is: request.fields.map(\.value))
        },
        Check(name: "adds neither cookies nor credentials, a user agent or a type of its own") {
            run async throws(Failure) in
            _ = try await run.response(to: run.request(.cookies))
            var request = run.request(.echo)
            request.method = "POST"
            let echo = try await run.echo(of: request)
            for name in ["cookie", "authorization", "user-agent", "referer", "content-type", "accept"] {
                try run.expect("the field \(name)", echo.fields.contains(named: name), is: false)
            }
        },
        Check(name: "refuses what cannot be sent as it is") { run async throws(Failure) in
            let mistakes: [(String, @Sendable (inout HTTPRequest) -> Void)] = [
                ("a line end in a value", { $0.fields.append("X-Probe", "a\r\nX-Second: b") }),
                ("a zero in a value", { $0.fields.append("X-Probe", "a\0b") }),
                ("a space in a name", { $0.fields.append("X Probe", "a") }),
                ("a field of the transport", { $0.fields.append("Host", "other.example") }),
                ("a method of two words", { $0.method = "GET /" }),
                ("a target with a space", { $0.target = "/a b" }),
                ("a target without a slash", { $0.target = "a" }),
                ("no time", { $0.deadline = .zero }),
            ]
            for (what, make) in mistakes {
                var request = run.request(.echo)
                make(&request)
                try run.expect("the error for \(what)", try await run.error(of: request).label, is: .invalidRequest)
            }
        },
        Check(name: "carries many exchanges at once, each to its own caller") { run async throws(Failure) in
            let outcomes = await withTaskGroup(of: Result<Void, Failure>.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        do throws(Failure) {
                            let echo = try await run.echo(of: run.request(.echo, query: "?number=\(number)"))
                            let wanted = ConformanceScenario.echo.rawValue + "?number=\(number)"
                            return .success(try run.expect("the target", echo.target, is: wanted))
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for outcome in outcomes { try outcome.get() }
        },
    ]
}
