import Cryptography

/// How a refused password is kept: so that it can be recognised, and not be read.
public enum PasswordDigest: Sendable {
    /// By scrypt with a salt of its own, for a place where no secret key can be kept: whoever reads the file has to spend
    /// ``ScryptCost/usual`` on each guess.
    case scrypt(ScryptCost)
    /// By a code under this key, which is kept elsewhere: without it nothing can be guessed.
    case hmac(key: [UInt8])
}

/// How much work scrypt is.
public struct ScryptCost: Hashable, Sendable {
    /// scrypt's N.
    public var cost: Int
    /// scrypt's r.
    public var blockSize: Int
    /// scrypt's p.
    public var parallelization: Int

    /// Makes a cost from scrypt's parameters.
    ///
    /// - Parameters:
    ///   - cost: scrypt's N.
    ///   - blockSize: scrypt's r.
    ///   - parallelization: scrypt's p.
    public init(cost: Int, blockSize: Int, parallelization: Int) {
        self.cost = cost
        self.blockSize = blockSize
        self.parallelization = parallelization
    }

    /// N = 2^15, r = 8 and p = 1, which is 32 MiB and about a tenth of a second.
    ///
    /// Sign-ins are rare, and a record lives for a day.
    public static let usual = ScryptCost(cost: 1 << 15, blockSize: 8, parallelization: 1)
}

/// One remembered password.
struct RefusedPasswordRecord: Codable {
    enum Kind: String, Codable {
        case scrypt
        case hmac = "hmac-sha256"
    }

    var host: String
    var at: Int64
    var kind: Kind
    var digest: [UInt8]
    var salt: [UInt8]?
    var cost: Int?
    var blockSize: Int?
    var parallelization: Int?

    var refusal: RefusedPassword { RefusedPassword(host: host, date: WallTime(milliseconds: at)) }

    private static let length = 32

    init(
        _ credentials: SignInCredentials,
        _ refusal: RefusedPassword,
        by digest: PasswordDigest
    ) throws(ScryptError) {
        host = refusal.host
        at = refusal.date.milliseconds
        let secret = RefusedSecret(credentials, at: refusal.host).bytes
        switch digest {
        case .hmac(let key):
            kind = .hmac
            self.digest = hmac(.sha256, key: key, message: secret)
        case .scrypt(let work):
            let salt = randomBytes(16)
            kind = .scrypt
            self.digest = try Self.derive(secret, salt, work)
            self.salt = salt
            cost = work.cost
            blockSize = work.blockSize
            parallelization = work.parallelization
        }
    }

    /// Whether this is the password; one that was kept in another way than `digest` says is not recognised without a key.
    func matches(_ credentials: SignInCredentials, by digest: PasswordDigest) throws(ScryptError) -> Bool {
        let secret = RefusedSecret(credentials, at: host).bytes
        switch kind {
        case .hmac:
            guard case .hmac(let key) = digest else { return false }
            return isEqualInConstantTime(self.digest, hmac(.sha256, key: key, message: secret))
        case .scrypt:
            guard let salt, let cost, let blockSize, let parallelization else { return false }
            let work = ScryptCost(cost: cost, blockSize: blockSize, parallelization: parallelization)
            return isEqualInConstantTime(self.digest, try Self.derive(secret, salt, work))
        }
    }

    private static func derive(
        _ secret: [UInt8],
        _ salt: [UInt8],
        _ work: ScryptCost
    ) throws(ScryptError) -> [UInt8] {
        try Cryptography.scrypt(
            password: secret,
            salt: salt,
            cost: work.cost,
            blockSize: work.blockSize,
            parallelization: work.parallelization,
            length: length
        )
    }
}
