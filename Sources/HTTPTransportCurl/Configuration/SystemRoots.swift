/// Where the certificate authorities of a system are.
package enum SystemRoots: Hashable, Sendable {
    /// Nowhere.
    case none
    /// Where libcurl was built to look.
    case library
    /// In a file of all, and in a folder of one file for each, named by the hash of its subject.
    case places(file: String, folder: String)
}
