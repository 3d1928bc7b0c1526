/// An object that a body names by its address.
enum ObjectReference {
    /// The number at the end of an address.
    ///
    /// - Parameters:
    ///   - uri: The address, such as `/finesse/api/ReasonCode/16`; a host before it is left aside.
    ///   - object: The object's name in the address.
    /// - Returns: The number.
    /// - Throws: 400 when it is no such address.
    static func id(_ uri: String, of object: String) throws(ApiError) -> Int {
        let parts = uri.split(separator: "/").suffix(4).map(String.init)
        guard parts.count == 4, parts[0] == "finesse", parts[1] == "api", parts[2] == object, let id = Int(parts[3])
        else { throw .invalidInput("\(uri) is no address of a \(object)", "uri") }
        return id
    }
}
