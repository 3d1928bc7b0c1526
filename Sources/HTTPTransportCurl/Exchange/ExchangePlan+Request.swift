import HTTPTransport

extension ExchangePlan {
    /// Plans a request that ``HTTPRequest/validate()`` has let through.
    init(_ request: HTTPRequest, settings: LoadedSettings, now: ContinuousClock.Instant) {
        let origin = request.origin
        let override = settings.addressOverrides.first { $0.applies(to: origin) }
        let proxy = settings.proxyRules.proxy(for: origin)
        // The library tunnels by itself where the connection is to go elsewhere; the target must be of the same form.
        let tunnels = origin.scheme == .https || override != nil

        self.init(
            url: "\(origin)/",
            target: proxy == nil || tunnels ? request.target : "\(origin)\(request.target)",
            method: request.method,
            fieldLines: Self.fieldLines(request.fields),
            body: request.body ?? (["POST", "PUT", "PATCH"].contains(request.method) ? [] : nil),
            maximumBodyLength: request.maximumBodyLength,
            deadline: now.advanced(by: request.deadline),
            // The ticket is tied to a connection, which HTTP/2 shares among requests.
            allowsHTTP2: settings.allowsHTTP2 && !request.answersNegotiate,
            answersNegotiate: request.answersNegotiate,
            connectTo: override?.entry(for: origin),
            proxy: proxy.map {
                Route(url: $0.url, userName: $0.userName, password: $0.password, tunnels: tunnels)
            },
            originTLS: origin.scheme == .https
                ? TLSSide(
                    host: origin.host,
                    store: settings.store(for: origin),
                    identity: settings.identity(for: origin)
                )
                : nil,
            proxyTLS: proxy.flatMap {
                $0.scheme == .https ? TLSSide(host: $0.host, store: settings.commonStore, identity: nil) : nil
            }
        )
    }

    /// The fields as the library reads them, and a word against each field it would add by itself.
    private static func fieldLines(_ fields: HTTPFields) -> [[UInt8]] {
        let sent = fields.map { field in
            let name = Array(field.name.utf8)
            // After a colon without a value the library would leave the field out.
            return field.value.allSatisfy { $0 == 0x20 || $0 == 0x09 }
                ? name + [UInt8(ascii: ";")]
                : name + Array(": ".utf8) + field.value
        }
        let silenced = ["Accept", "Content-Type", "Expect", "User-Agent"].filter { !fields.contains(named: $0) }
        return sent + silenced.map { Array("\($0):".utf8) }
    }
}
