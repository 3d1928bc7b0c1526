#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// When a test's certificate is valid: ranges so wide that no test depends on the day it runs.
package enum Validity: Sendable {
    /// From 2020 to 2099.
    case current
    /// From 2010 to 2015.
    case past
    /// From 2090 to 2099.
    case future

    /// The first and the last moment, in seconds since 1970.
    package var bounds: ClosedRange<Int64> {
        switch self {
        case .current: 1_577_836_800...4_070_908_799
        case .past: 1_262_304_000...1_420_070_399
        case .future: 3_786_912_000...4_070_908_799
        }
    }

    var notBefore: Date { Date(timeIntervalSince1970: Double(bounds.lowerBound)) }
    var notAfter: Date { Date(timeIntervalSince1970: Double(bounds.upperBound)) }
}
