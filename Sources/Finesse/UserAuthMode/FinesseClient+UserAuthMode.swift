public import FinesseTypes

extension FinesseClient {
    /// Reads how one user of a hybrid system proves who they are.
    ///
    /// - Parameter name: The user's name at the identity provider, or the peripheral id.
    /// - Returns: The user's own mode.
    /// - Throws: ``FinesseError/refused(_:)`` with status 403 when the service is switched off, which
    ///   ``FinesseRefusal/meaning`` explains; ``FinesseError/unreadableAnswer(_:_:)`` when the word is not known;
    ///   ``FinesseError/transport(_:_:)``.
    ///
    /// Source: "Single Sign-On: Get User Authentication Mode" (wire name `authMode`).
    public func authenticationMode(of name: UserName) async throws(FinesseError) -> AuthenticationMode {
        let request = UserAuthModeRequests.show(name)
        let answer = try await send(request)
        return try UserAuthModeAnswers.mode(answer)
    }
}

enum UserAuthModeRequests {
    static func show(_ name: UserName) -> FinesseRequest {
        FinesseRequest(operation: .userAuthMode(name), method: "GET", path: ["UserAuthMode", name.rawValue])
    }
}

enum UserAuthModeAnswers {
    /// Reads the mode; a user has one of two, so `HYBRID` is as unknown here as any other word.
    static func mode(_ answer: FinesseAnswer) throws(FinesseError) -> AuthenticationMode {
        let root = try answer.document(named: "UserAuthMode")
        guard let word = root.text(of: "authMode") else {
            throw .unreadableAnswer(.missing(element: "authMode"), answer.call)
        }
        guard let mode = AuthenticationMode(serverWord: word), mode != .hybrid else {
            throw .unreadableAnswer(.unknownWord(element: "authMode", word: String(word.prefix(40))), answer.call)
        }
        return mode
    }
}
