#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// A small generator of which a seed decides everything.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
struct FaultRandom: RandomNumberGenerator {
    private var state: UInt64

    /// Starts at a place that depends on all of some numbers.
    init(_ numbers: UInt64...) {
        state = 0
        for number in numbers {
            state ^= number
            state = next()
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to 1, 1 excluded.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// A number of the standard normal distribution.
    ///
    /// Source: Box, Muller, "A note on the generation of random normal deviates".
    mutating func normal() -> Double {
        let radius = 1 - fraction()
        return (-2 * log(radius)).squareRoot() * cos(2 * .pi * fraction())
    }
}

extension SandboxFault.Delay {
    /// One delay.
    func span(_ random: inout FaultRandom) -> Duration {
        switch self {
        case .fixed(let span): return span
        case .logNormal(let median, let sigma, let most):
            let milliseconds = Double(median.wholeMilliseconds) * exp(sigma * random.normal())
            // Compared as numbers: a long tail is longer than a whole number can be.
            guard milliseconds < Double(most.wholeMilliseconds) else { return most }
            return .milliseconds(Int64(milliseconds))
        }
    }
}
