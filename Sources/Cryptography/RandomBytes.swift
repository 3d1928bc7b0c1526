/// Makes bytes that nobody can guess, by the system's generator.
///
/// - Parameter count: How many, at least 0.
/// - Returns: That many bytes.
///
/// Source: `getrandom(2)` on Linux, which Swift's `SystemRandomNumberGenerator` calls.
public func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
