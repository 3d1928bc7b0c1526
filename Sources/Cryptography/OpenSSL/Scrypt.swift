// Unsafe code, and what keeps it true: see MessageAuthenticationCode.swift.

import CCryptography

/// Why no key was derived from a password.
public enum ScryptError: Error, Hashable, Sendable {
    /// The numbers are none that the algorithm takes, or more than ``scryptMemoryLimit`` would be needed.
    case unusableParameters(cost: Int, blockSize: Int, parallelization: Int, length: Int)
    /// There is not enough memory now.
    case refused
}

extension ScryptError: CustomStringConvertible {
    /// What is wrong, and what to do next.
    public var description: String {
        switch self {
        case .unusableParameters(let cost, let blockSize, let parallelization, let length):
            "scrypt takes no such parameters: N=\(cost), r=\(blockSize), p=\(parallelization), \(length) bytes."
                + " Use a power of two above 1 for N, and numbers that need less than"
                + " \(scryptMemoryLimit >> 20) MiB (128 · N · r bytes)."
        case .refused: "scrypt could not be computed: there is not enough memory. End other programs and try again."
        }
    }
}

/// The most memory, in bytes, that one derivation may take; what a file asks for beyond it is refused.
public let scryptMemoryLimit = 256 << 20

/// Derives a key from a password by an algorithm that is slow and takes much memory on purpose.
///
/// - Parameters:
///   - password: The password, in UTF-8.
///   - salt: Random bytes kept beside the key.
///   - cost: scrypt's N: a power of two above 1.
///   - blockSize: scrypt's r, at least 1; the memory needed is 128 · N · r bytes.
///   - parallelization: scrypt's p, at least 1.
///   - length: The length of the key, in bytes, at least 1.
/// - Returns: The key.
/// - Throws: ``ScryptError/unusableParameters(cost:blockSize:parallelization:length:)`` before anything is computed;
///   ``ScryptError/refused`` when memory is out.
///
/// Source: RFC 7914.
public func scrypt(
    password: [UInt8],
    salt: [UInt8],
    cost: Int,
    blockSize: Int,
    parallelization: Int,
    length: Int
) throws(ScryptError) -> [UInt8] {
    let memory = try memoryNeeded(cost, blockSize, parallelization, length)
    var key = [UInt8](repeating: 0, count: length)
    let isDerived = unsafe ccryptography_scrypt(
        password,
        password.count,
        salt,
        salt.count,
        UInt64(cost),
        UInt64(blockSize),
        UInt64(parallelization),
        UInt64(memory),
        &key,
        key.count
    )
    guard isDerived else { throw .refused }
    return key
}

private func memoryNeeded(
    _ cost: Int,
    _ blockSize: Int,
    _ parallelization: Int,
    _ length: Int
) throws(ScryptError) -> Int {
    let most = scryptMemoryLimit
    let isPlausible =
        cost > 1 && cost & (cost - 1) == 0 && cost <= most && (1...most).contains(blockSize)
        && (1...most).contains(parallelization) && (1...1 << 10).contains(length)
    // Each factor is below 2^29: the products cannot overflow.
    guard isPlausible, 128 * blockSize <= most, 128 * blockSize * parallelization <= most,
        // The algorithm's own bound, N < 2^(128 · r / 8), bites at r = 1 only.
        blockSize > 1 || cost < 1 << 16
    else {
        throw .unusableParameters(
            cost: cost,
            blockSize: blockSize,
            parallelization: parallelization,
            length: length
        )
    }
    // N blocks, p blocks, and what one mixing works in.
    let memory = 128 * blockSize * (cost + parallelization + 2)
    guard memory <= most else {
        throw .unusableParameters(
            cost: cost,
            blockSize: blockSize,
            parallelization: parallelization,
            length: length
        )
    }
    return memory
}
