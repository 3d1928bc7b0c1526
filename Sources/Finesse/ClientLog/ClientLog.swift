public import XMLTree

/// Lines of a client's own log, to be kept on the server.
///
/// Source: Finesse REST guide, "ClientLog".
public struct ClientLog: FinesseChange {
    /// The longest log that the server takes, in characters.
    public static let longestData = 1_048_576

    /// The lines.
    public var data: String

    /// Makes a log of lines.
    ///
    /// - Parameter data: The lines: at most ``longestData`` characters.
    public init(data: String) {
        self.data = data
    }

    /// The element that is sent.
    public var element: XMLElement { XMLElement("ClientLog", elements: [XMLElement("logData", text: data)]) }
}
