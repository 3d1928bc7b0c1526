// UNSAFE: see the head of CertificateStore.swift.

internal import CCurl
import HTTPTransport

/// One exchange of the library; owned by the loop's thread, never shared.
@safe final class LibraryExchange {
    /// The largest head of a response, all interim ones together, in bytes.
    static let maximumHeadLength = 256 << 10

    let pointer: OpaquePointer

    /// Creates an exchange as planned; `nil` when memory is out.
    init?(_ plan: ExchangePlan, tag: UInt64, now: ContinuousClock.Instant) {
        guard let pointer = unsafe cc_exchange_create(tag) else { return nil }
        unsafe self.pointer = pointer
        unsafe cc_exchange_set_url(pointer, plan.url, plan.target)
        unsafe cc_exchange_set_body(pointer, plan.body, plan.body?.count ?? 0)
        unsafe cc_exchange_set_method(pointer, plan.method)
        for line in plan.fieldLines {
            let terminated = (line + [0]).map { CChar(bitPattern: $0) }
            unsafe cc_exchange_add_field_line(pointer, terminated)
        }
        unsafe cc_exchange_set_limits(
            pointer,
            now.duration(to: plan.deadline).wholeMilliseconds,
            Self.maximumHeadLength,
            plan.maximumBodyLength
        )
        unsafe cc_exchange_set_http2(pointer, plan.allowsHTTP2)
        if plan.answersNegotiate { unsafe cc_exchange_answer_negotiate(pointer) }
        if let entry = plan.connectTo { unsafe cc_exchange_set_connect_to(pointer, entry) }
        unsafe cc_exchange_set_proxy(
            pointer,
            plan.proxy?.url,
            plan.proxy?.tunnels ?? false,
            plan.proxy?.userName,
            plan.proxy?.password
        )
        if let side = plan.originTLS {
            unsafe cc_exchange_set_origin_tls(pointer, side.host, side.store.pointer, side.identity?.pointer)
        }
        if let side = plan.proxyTLS {
            unsafe cc_exchange_set_proxy_tls(pointer, side.host, side.store.pointer)
        }
    }

    deinit {
        unsafe cc_exchange_destroy(pointer)
    }

    /// Why the library does not take it, in its own words; `nil` when it does.
    var defect: String? { unsafe cc_exchange_defect(pointer).map { unsafe String(cString: $0) } }

    /// What became of it, once the loop has given it back.
    var outcome: ExchangeOutcome { unsafe ExchangeOutcome(cc_exchange_outcome(pointer).pointee) }
}

extension Duration {
    /// The duration in milliseconds, rounded up, within the range of the result.
    fileprivate var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        guard seconds < Int64.max / 1000 - 1 else { return .max }
        return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
