public import XMLTree

/// How many users are connected, counted anew every five seconds.
///
/// Source: Finesse REST guide, "ConnectedUsersInfo".
public struct ConnectedUsersInfo: FinesseObject {
    /// `ConnectedUsersInfo`.
    public static let elementName = "ConnectedUsersInfo"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `ConnectedUsersInfo` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// At the desktop (wire name `userSummary/desktopUsers`).
    public var desktopUsers: Int? { element.first("userSummary")?.number("desktopUsers") }
    /// At the agent of an IP phone (wire name `userSummary/fippaUsers`).
    public var phoneUsers: Int? { element.first("userSummary")?.number("fippaUsers") }
    /// With other programs (wire name `userSummary/thirdPartyUsers`).
    public var thirdPartyUsers: Int? { element.first("userSummary")?.number("thirdPartyUsers") }
    /// All of them (wire name `userSummary/totalConnectedUsers`).
    public var total: Int? { element.first("userSummary")?.number("totalConnectedUsers") }
    /// Those of them who come through a proxy, from 12.6(2) on (wire name `userSummary/totalConnectedUsersViaProxy`).
    public var totalViaProxy: Int? { element.first("userSummary")?.number("totalConnectedUsersViaProxy") }
}
